package io.inkstream.sheets;

/** Absolute cell ranges in the sheet's own notation: {@code 'Leads'!A2:AW5}. Rows and columns count from 1. */
public final class A1 {
    private static final int LETTERS = 26;

    private A1() {}

    /** The columns A to the {@code columns}-th of the rows {@code first} to {@code last}, both included. */
    public static String rows(String tab, int first, int last, int columns) {
        return quoted(tab) + "!A" + first + ":" + column(columns) + last;
    }

    static String column(int number) {
        var letters = new StringBuilder();
        for (var rest = number; rest > 0; rest = (rest - 1) / LETTERS) {
            letters.insert(0, (char) ('A' + (rest - 1) % LETTERS));
        }
        return letters.toString();
    }

    private static String quoted(String tab) {
        return "'" + tab.replace("'", "''") + "'";
    }
}
