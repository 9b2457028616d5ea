package org.vigie.cli.evaluate;

import java.util.List;
import java.util.Locale;

/** Bars under each other, as SVG. */
final class BarPlot {
  private static final int ROW = 22;
  private static final int LEFT = 250;
  private static final int WIDTH = 860;
  private static final int BAR_WIDTH_MAX = 450;

  private BarPlot() {}

  /**
   * A bar.
   *
   * @param value how long, 0 or more; the longest takes the whole width, but 1 does where none is
   *     longer
   * @param label what stands at its end
   */
  record Bar(String name, double value, String label) {}

  static String of(String title, List<Bar> bars) {
    double longest = bars.stream().mapToDouble(Bar::value).max().orElse(0);
    double whole = Math.max(1, longest);
    StringBuilder svg = new StringBuilder(4_096);
    svg.append("<svg viewBox=\"0 0 ").append(WIDTH).append(' ').append(ROW * bars.size() + 6);
    svg.append("\" role=\"img\" aria-label=\"").append(escaped(title)).append("\">");
    for (int at = 0; at < bars.size(); at++) {
      append(svg, bars.get(at), at * ROW, whole);
    }
    return svg.append("</svg>").toString();
  }

  private static void append(StringBuilder svg, Bar bar, int top, double whole) {
    long length = Math.round(bar.value() / whole * BAR_WIDTH_MAX);
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>"
                + "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"2\" fill=\"#2f7fb8\"/>"
                + "<text x=\"%d\" y=\"%d\">%s</text>",
            LEFT - 8,
            top + 16,
            escaped(bar.name()),
            LEFT,
            top + 4,
            Math.max(1, length),
            ROW - 8,
            LEFT + length + 8,
            top + 16,
            escaped(bar.label())));
  }

  /** A text that no browser takes for markup. */
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
