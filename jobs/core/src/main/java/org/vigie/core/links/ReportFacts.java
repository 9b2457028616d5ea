package org.vigie.core.links;

import java.util.List;
import org.vigie.core.route.LinkNews;
import org.vigie.core.rule.Fixed;
import org.vigie.core.rule.Table;

/** The counted reports about the accounts of a cluster, as rules see them. */
final class ReportFacts extends RowFacts {
  private final List<LinkNews.OfReport> reports;

  ReportFacts(List<LinkNews.OfReport> reports) {
    this.reports = reports;
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
}
