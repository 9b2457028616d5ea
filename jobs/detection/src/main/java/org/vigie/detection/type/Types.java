package org.vigie.detection.type;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.vigie.alert.Alert;
import org.vigie.alert.AuditEntry;
import org.vigie.alert.DeadLetter;
import org.vigie.alert.Progress;
import org.vigie.core.order.Input;
import org.vigie.core.order.Key;
import org.vigie.detection.decode.LogRecord;
import org.vigie.detection.rules.RuleBundle;

/** Types of everything that flows through the job. */
public final class Types {
  /** Records of the log. */
  public static final TypeInformation<LogRecord> LOG_RECORD =
      new FormatType<>(LogRecord.class, new LogRecordFormat());

  /** Inputs of a stop. */
  public static final TypeInformation<Input> INPUT =
      new FormatType<>(Input.class, new InputFormat());

  /** Keys of a stop. */
  public static final TypeInformation<Key> KEY = new FormatType<>(Key.class, new KeyFormat());

  /** Rule bundles. */
  public static final TypeInformation<RuleBundle> RULE_BUNDLE =
      new FormatType<>(RuleBundle.class, new RuleBundleFormat());

  /** Alerts on their way to a sink. */
  public static final TypeInformation<Alert> ALERT =
      new FormatType<>(Alert.class, new AlertFormat());

  /** Dead letters on their way to a sink. */
  public static final TypeInformation<DeadLetter> DEAD_LETTER =
      new FormatType<>(DeadLetter.class, new DeadLetterFormat());

  /** Progress records on their way to a sink. */
  public static final TypeInformation<Progress> PROGRESS =
      new FormatType<>(Progress.class, new ProgressFormat());

  /** Audit entries on their way to their chain and to a sink. */
  public static final TypeInformation<AuditEntry> AUDIT_ENTRY =
      new FormatType<>(AuditEntry.class, new AuditEntryFormat());

  private Types() {}
}
