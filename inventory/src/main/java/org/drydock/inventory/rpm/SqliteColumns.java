package org.drydock.inventory.rpm;

/** Finds a column's place in a {@code CREATE TABLE} statement. */
final class SqliteColumns {
    private final String sql;
    private int at;

    private SqliteColumns(String sql) {
        this.sql = sql;
    }

    /** The column's index, in any case of letters; the number of columns if it is not there. */
    static int indexOf(String sql, String column) {
        return new SqliteColumns(sql).find(column);
    }

    private int find(String column) {
        at = sql.indexOf('(') + 1;
        int index = 0;
        while (at < sql.length()) {
            if (name().equalsIgnoreCase(column)) {
                return index;
            }
            if (!nextDefinition()) {
                break;
            }
            index++;
        }
        return index + 1;
    }

    private String name() {
        while (at < sql.length() && Character.isWhitespace(sql.charAt(at))) {
            at++;
        }
        if (at == sql.length()) {
            return "";
        }
        char quote = closingQuote(sql.charAt(at));
        int start = quote == 0 ? at : at + 1;
        if (quote != 0) {
            skipQuoted();
            return sql.substring(start, Math.max(start, at - 1));
        }
        while (at < sql.length() && (Character.isLetterOrDigit(sql.charAt(at)) || sql.charAt(at) == '_')) {
            at++;
        }
        return sql.substring(start, at);
    }

    /** Goes behind the next comma between two definitions; false at the end of the list. */
    private boolean nextDefinition() {
        int depth = 0;
        while (at < sql.length()) {
            char c = sql.charAt(at);
            if (closingQuote(c) != 0) {
                skipQuoted();
                continue;
            }
            at++;
            if (c == ',' && depth == 0) {
                return true;
            }
            if (c == '(') {
                depth++;
            } else if (c == ')' && --depth < 0) {
                return false;
            }
        }
        return false;
    }

    private void skipQuoted() {
        int end = sql.indexOf(closingQuote(sql.charAt(at)), at + 1);
        at = end < 0 ? sql.length() : end + 1;
    }

    private static char closingQuote(char opening) {
        return switch (opening) {
            case '\'', '"', '`' -> opening;
            case '[' -> ']';
            default -> 0;
        };
    }
}
