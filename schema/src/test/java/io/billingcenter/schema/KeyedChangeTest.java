package io.billingcenter.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The statements of a change, for one row and for many. */
class KeyedChangeTest {

    private static final Table TABLE = Table.named("example");
    private static final Column<String> ID = TABLE.text("id");
    private static final Column<java.time.LocalDate> DAY = TABLE.date("day");
    private static final Column<Boolean> FLAG = TABLE.flag("flag");
    private static final Column<java.math.BigDecimal> AMOUNT = TABLE.decimal("amount");

    @Test
    void anUpdateSetsTheValuesFirst() {
        KeyedChange update = new KeyedChange(TABLE, List.of(FLAG, AMOUNT), List.of(ID, DAY), "flag = TRUE");
        assertThat(update.parameters()).containsExactly(FLAG, AMOUNT, ID, DAY);
        assertThat(update.statement())
                .isEqualTo("UPDATE example SET flag = ?, amount = ? WHERE id = ? AND day = ? AND flag = TRUE");
        assertThat(update.statementOfArrays())
                .isEqualTo("UPDATE example SET flag = given.value_0, amount = given.value_1"
                        + " FROM unnest(?::bool[], ?::numeric[], ?::text[], ?::date[])"
                        + " AS given (value_0, value_1, value_2, value_3)"
                        + " WHERE example.id = given.value_2 AND example.day = given.value_3 AND flag = TRUE");
    }

    @Test
    void aDeleteHasTheKeyOnly() {
        KeyedChange delete = new KeyedChange(TABLE, List.of(), List.of(ID), "");
        assertThat(delete.statement()).isEqualTo("DELETE FROM example WHERE id = ?");
        assertThat(delete.statementOfArrays())
                .isEqualTo("DELETE FROM example USING unnest(?::text[]) AS given (value_0)"
                        + " WHERE example.id = given.value_0");
    }
}
