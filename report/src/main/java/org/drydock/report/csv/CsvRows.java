package org.drydock.report.csv;

import java.util.List;

/** Collects rows of comma-separated values. */
final class CsvRows {
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private final StringBuilder out = new StringBuilder();

    void row(List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            out.append(i == 0 ? "" : ",").append(cell(cells.get(i)));
        }
        out.append("\r\n");
    }

    private static String cell(String text) {
        String whole = text.replace('\0', '\ufffd');
        String safe = isFormula(whole) ? "'" + whole : whole;
        boolean quoted = safe.chars().anyMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r')
                || !safe.equals(safe.strip());
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    /** Whether a spreadsheet might calculate the text: some drop blanks in front of it. */
    private static boolean isFormula(String text) {
        String start = text.strip();
        return !text.isEmpty()
                && (FORMULA.indexOf(text.charAt(0)) >= 0
                        || (!start.isEmpty() && FORMULA.indexOf(start.charAt(0)) >= 0));
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
