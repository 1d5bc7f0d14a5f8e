package io.billingcenter.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.Meter;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A row takes values of its own table only, and comes back from the database as it was written. */
class TableTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private static final Table TABLE = Table.named("example");
    private static final Column<WorkspaceId> WORKSPACE_ID = TABLE.workspaceOrEmpty("workspace_id");
    private static final Column<BillingDay> BILLING_DAY = TABLE.day("billing_day");
    private static final Column<Meter> METER = TABLE.meter("meter");
    private static final Column<Integer> RECORDS = TABLE.number("records");

    private static final BillingDay DAY = BillingDay.parse("2026-11-21");

    private final JdbcTemplate jdbc = new JdbcTemplate(
            new DriverManagerDataSource("jdbc:hsqldb:mem:table-" + NUMBER.incrementAndGet(), "SA", ""));

    TableTest() {
        jdbc.execute("CREATE TABLE example (workspace_id VARCHAR(64) NOT NULL, billing_day DATE, meter VARCHAR(32),"
                + " records INTEGER)");
    }

    @Test
    void aColumnOfAnotherTableIsRefused() {
        Column<String> foreign = Table.named("other").text("name");
        assertThatThrownBy(() -> TABLE.row().set(foreign, "x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Expected a column of example, found other.name");
    }

    @Test
    void valuesComeBackAsTheyWereWritten() {
        TABLE.insert(
                jdbc,
                TABLE.row()
                        .set(WORKSPACE_ID, new WorkspaceId("w1"))
                        .set(BILLING_DAY, DAY)
                        .set(METER, Meter.LOG)
                        .set(RECORDS, 5));
        jdbc.query(TABLE.select(), row -> {
            assertThat(WORKSPACE_ID.get(row)).isEqualTo(new WorkspaceId("w1"));
            assertThat(BILLING_DAY.get(row)).isEqualTo(DAY);
            assertThat(METER.get(row)).isEqualTo(Meter.LOG);
            assertThat(RECORDS.get(row)).isEqualTo(5);
        });
    }

    @Test
    void aMissingValueIsNullOrEmptyAsDeclared() {
        TABLE.insert(jdbc, TABLE.row().set(WORKSPACE_ID, null));
        assertThat(jdbc.query("SELECT workspace_id FROM example", (row, number) -> row.getString(1)))
                .containsExactly("");
        jdbc.query(TABLE.select(), row -> {
            assertThat(WORKSPACE_ID.getOrNull(row)).isNull();
            assertThat(RECORDS.getOrNull(row)).isNull();
            assertThatThrownBy(() -> METER.get(row))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("Expected a value in column meter of example, found none");
        });
    }

    @Test
    void aCodeOfAnotherVersionIsRefused() {
        jdbc.update("INSERT INTO example (workspace_id, meter) VALUES ('w1', 'sundial')");
        jdbc.query(TABLE.select(), row -> {
            assertThatThrownBy(() -> METER.get(row))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("found 'sundial'");
        });
    }

    @Test
    void rowsAreUpdatedAndDeletedByKey() {
        TableRow row = TABLE.row().set(WORKSPACE_ID, new WorkspaceId("w1")).set(BILLING_DAY, DAY);
        TABLE.insert(jdbc, row);
        TABLE.update(jdbc, List.of(RECORDS), List.of(WORKSPACE_ID, BILLING_DAY), List.of(row.set(RECORDS, 7)));
        assertThat(jdbc.query("SELECT records FROM example", (found, number) -> found.getInt(1)))
                .containsExactly(7);
        TABLE.delete(jdbc, List.of(WORKSPACE_ID), List.of(row));
        assertThat(jdbc.query("SELECT records FROM example", (found, number) -> found.getInt(1)))
                .isEmpty();
    }

    @Test
    void listsOfColumnsCanHaveTheAliasOfAQuery() {
        assertThat(TABLE.columnList("e")).isEqualTo("e.workspace_id, e.billing_day, e.meter, e.records");
    }
}
