package io.billingcenter.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An UPDATE or DELETE of the rows that have given values in some columns.
 *
 * @param set the columns that get a value; none for a DELETE
 * @param key the columns that name the rows
 * @param condition a further condition, without parameters, on the rows that are changed; empty for none
 */
record KeyedChange(Table table, List<Column<?>> set, List<Column<?>> key, String condition) {

    /** Returns the columns whose values the parameters are, in their order. */
    List<Column<?>> parameters() {
        List<Column<?>> bound = new ArrayList<>(set);
        bound.addAll(key);
        return bound;
    }

    /** Returns the statement for one row, with a parameter for each value. */
    String statement() {
        String where = " WHERE " + joined(key, " AND ", column -> column + " = ?") + and();
        return set.isEmpty()
                ? "DELETE FROM " + table + where
                : "UPDATE " + table + " SET " + joined(set, ", ", column -> column + " = ?") + where;
    }

    /** Returns the statement of PostgreSQL for many rows, with an array as parameter for each column. */
    String statementOfArrays() {
        List<Column<?>> all = parameters();
        String given = "unnest("
                + all.stream()
                        .map(column -> "?::" + column.type().postgresqlName() + "[]")
                        .collect(Collectors.joining(", "))
                + ") AS given (" + numbered(all.size(), i -> "value_" + i) + ")";
        String where = " WHERE "
                + IntStream.range(0, key.size())
                        .mapToObj(i -> key.get(i).of(table.name()) + " = given.value_" + (set.size() + i))
                        .collect(Collectors.joining(" AND "))
                + and();
        if (set.isEmpty()) {
            return "DELETE FROM " + table + " USING " + given + where;
        }
        String values = numbered(set.size(), i -> set.get(i) + " = given.value_" + i);
        return "UPDATE " + table + " SET " + values + " FROM " + given + where;
    }

    private String and() {
        return condition.isEmpty() ? "" : " AND " + condition;
    }

    private static String joined(List<Column<?>> columns, String separator, Function<Column<?>, String> text) {
        return columns.stream().map(text).collect(Collectors.joining(separator));
    }

    private static String numbered(int count, IntFunction<String> text) {
        return IntStream.range(0, count).mapToObj(text).collect(Collectors.joining(", "));
    }
}
