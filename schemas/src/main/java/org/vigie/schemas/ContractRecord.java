package org.vigie.schemas;

import java.util.Set;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.avro.util.ClassSecurityValidator;

/**
 * What every generated record extends, so that Avro is set up before it first touches one: its
 * decoders are held to the contract's bounds, and it may make objects of the generated classes
 * (which it else refuses, since a schema from a stranger could name any class).
 */
public abstract class ContractRecord extends SpecificRecordBase {
  private static final long serialVersionUID = 1;

  private static final Set<String> PACKAGES = Set.of("org.vigie.event", "org.vigie.alert");

  static {
    AvroLimits.set();
    ClassSecurityValidator.setGlobal(
        ClassSecurityValidator.composite(
            ClassSecurityValidator.getGlobal(),
            candidate -> PACKAGES.contains(candidate.getPackageName())));
  }
}
