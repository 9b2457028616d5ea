package org.vigie.core.links;

import java.util.List;
import org.vigie.core.judge.Facts;
import org.vigie.core.route.LinkNews;
import org.vigie.core.rule.Attribute;
import org.vigie.core.rule.Fixed;
import org.vigie.core.rule.Table;

/** The counted reports about the accounts of a cluster, as rules see them. */
final class LinkFacts implements Facts {
  private final List<LinkNews.OfReport> reports;

  LinkFacts(List<LinkNews.OfReport> reports) {
    this.reports = reports;
  }

  @Override
  public long attribute(Attribute attribute) {
    return Fixed.UNKNOWN;
  }

  @Override
  public int rows(Table table) {
    return table == Table.REPORTS ? reports.size() : 0;
  }

  @Override
  public long rowTimeMs(Table table, int row) {
    return reports.get(row).timeMs();
  }

  @Override
  public long column(Table table, int row, int column) {
    return Fixed.ONE; // only violent reports are told to a link
  }

  @Override
  public int codesAfter(long timeMs) {
    return 0;
  }
}
