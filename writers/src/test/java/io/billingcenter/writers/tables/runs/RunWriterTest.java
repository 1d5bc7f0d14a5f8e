package io.billingcenter.writers.tables.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.runs.Run;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.MigratedDatabase;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

class RunWriterTest {

    private static final BillingDay DAY = BillingDay.parse("2026-10-15");
    private static final Run.Task NIGHT = new Run.Task("nightly", DAY.toString(), null, DAY);

    private JdbcTemplate jdbc;
    private RunWriter table;

    @BeforeEach
    void setUp() throws IOException {
        jdbc = MigratedDatabase.create();
        table = new RunWriter(jdbc);
    }

    @Test
    void numbersGrowAndARunIsNeitherFinishedNorPostedUntilItSaysSo() {
        long first = table.begin(NIGHT, 1);
        long second = table.begin(NIGHT, 2);
        assertThat(second).isGreaterThan(first);
        table.posting(second);
        table.inputs(second, "digest");
        table.finished(first);
        assertThat(rows("attempt, finished, posted, inputs_digest"))
                .containsExactly("[1, true, false, null]", "[2, false, true, digest]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO run_seal VALUES (1, 500, '', 0, '', '')",
                "INSERT INTO gate_passed VALUES ('usage', 500)",
                "INSERT INTO run (run_id, job_name, period, workspace_id, attempt, finished, posted)"
                        + " VALUES (500, 'nightly', '2026-10-01', '', 1, TRUE, TRUE)",
                "INSERT INTO control_total VALUES ('state', '', DATE '2026-10-01', 1, 'notice', '', NULL, 0, 0, 0, '', '',"
                        + " 500)"
            })
    void aNumberIsAboveEveryOneInUseWhateverTheSequenceSays(String inUse) {
        table.begin(NIGHT, 1);
        jdbc.update(inUse);
        assertThat(table.begin(NIGHT, 2)).isEqualTo(501);
        jdbc.execute("ALTER SEQUENCE run_number RESTART WITH 1");
        assertThat(table.begin(NIGHT, 3)).isEqualTo(502);
    }

    @Test
    void aJobInstanceBelongsToTheRunThatGotItLast() {
        long first = table.begin(NIGHT, 1);
        long second = table.begin(NIGHT, 2);
        table.instance(first, 0);
        table.instance(second, 0);
        assertThat(rows("instance_id")).containsExactly("[null]", "[0]");
    }

    private List<String> rows(String columns) {
        return jdbc.queryForList("SELECT " + columns + " FROM run ORDER BY run_id").stream()
                .map(row -> List.copyOf(
                                row.values().stream().map(String::valueOf).toList())
                        .toString())
                .toList();
    }
}
