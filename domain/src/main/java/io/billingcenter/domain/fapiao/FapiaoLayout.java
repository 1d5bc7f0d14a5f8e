package io.billingcenter.domain.fapiao;

import java.util.List;

/** The layout of the workbook in which fapiao are requested: that of the blank template of the issuing service. */
public record FapiaoLayout(List<Sheet> sheets) {

    /** Copies the sheets. */
    public FapiaoLayout {
        sheets = List.copyOf(sheets);
    }

    /**
     * A sheet.
     *
     * @param instructions text of its first row
     */
    public record Sheet(String name, String instructions, List<Column> columns) {

        /** Copies the columns. */
        public Sheet {
            columns = List.copyOf(columns);
        }
    }

    /**
     * A column.
     *
     * @param note text of the second row, such as whether a cell is required
     * @param longest number of characters that a cell may have
     * @param value text of its cells, or the name of a field in braces
     */
    public record Column(String name, String note, int longest, String value) {

        private static final String BEGIN = "{";

        /** Returns whether the cells have the value of a field. */
        public boolean isField() {
            return value.startsWith(BEGIN) && value.endsWith("}");
        }

        /** Returns the name of the field. */
        public String field() {
            return value.substring(1, value.length() - 1);
        }
    }
}
