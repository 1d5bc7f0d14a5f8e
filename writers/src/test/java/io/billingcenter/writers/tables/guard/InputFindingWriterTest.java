package io.billingcenter.writers.tables.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.guard.InputFinding;
import io.billingcenter.domain.guard.InputFindingKind;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.schema.MigratedDatabase;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** A finding is a state: it is there as long as it lasts, with the run that found it first. */
class InputFindingWriterTest {

    private static final WorkspaceDay ONE = new WorkspaceDay(new WorkspaceId("ws-1"), BillingDay.parse("2026-11-20"));
    private static final WorkspaceDay OTHER = new WorkspaceDay(new WorkspaceId("ws-2"), BillingDay.parse("2026-11-21"));
    private static final Set<InputFindingKind> OF_FILES =
            Set.of(InputFindingKind.UNREADABLE, InputFindingKind.VANISHED);

    private final JdbcTemplate jdbc;

    InputFindingWriterTest() throws IOException {
        jdbc = MigratedDatabase.create();
    }

    @Test
    void whatLastsKeepsItsRunAndWhatIsOverGoes() {
        table(1).replace(
                        OF_FILES,
                        List.of(ONE, OTHER),
                        List.of(vanished(ONE, "a.csv", "x"), vanished(OTHER, "b.csv", "y")));
        table(2).replace(
                        OF_FILES,
                        List.of(ONE),
                        List.of(vanished(ONE, "a.csv", "x and more"), vanished(ONE, "c.csv", "z")));
        assertThat(rows())
                .containsExactly(
                        "ws-1 vanished a.csv x and more 1", "ws-1 vanished c.csv z 2", "ws-2 vanished b.csv y 1");
        table(3).replace(OF_FILES, List.of(ONE, OTHER), List.of());
        assertThat(rows()).isEmpty();
    }

    @Test
    void otherKindsStay() {
        table(1).replace(
                        Set.of(InputFindingKind.MISSING),
                        List.of(ONE),
                        List.of(new InputFinding(ONE, InputFindingKind.MISSING, "", "silent")));
        table(2).replace(OF_FILES, List.of(ONE), List.of());
        assertThat(rows()).containsExactly("ws-1 missing  silent 1");
    }

    @Test
    void foldersAreLookedAtTogetherAndFilesApart() {
        table(1).replace(OF_FILES, List.of(ONE), List.of(vanished(ONE, "a.csv", "x")));
        InputFinding folder = new InputFinding(OTHER, InputFindingKind.UNREADABLE, "", "no right");
        table(1).replaceWholeDays(InputFindingKind.UNREADABLE, OTHER.day(), workspace -> false, List.of(folder));
        table(2).replaceWholeDays(InputFindingKind.UNREADABLE, OTHER.day(), OTHER.workspace()::equals, List.of());
        assertThat(rows()).containsExactly("ws-1 vanished a.csv x 1", "ws-2 unreadable  no right 1");
        table(3).replaceWholeDays(InputFindingKind.UNREADABLE, OTHER.day(), workspace -> false, List.of());
        assertThat(rows()).containsExactly("ws-1 vanished a.csv x 1");
    }

    private InputFindingWriter table(long runId) {
        return new InputFindingWriter(jdbc, runId);
    }

    private static InputFinding vanished(WorkspaceDay day, String file, String detail) {
        return new InputFinding(day, InputFindingKind.VANISHED, file, detail);
    }

    private List<String> rows() {
        return jdbc.query(
                "SELECT * FROM input_finding ORDER BY workspace_id, subject",
                (row, number) -> String.join(
                        " ",
                        row.getString("workspace_id"),
                        row.getString("finding"),
                        row.getString("subject"),
                        row.getString("detail"),
                        Long.toString(row.getLong("run_id"))));
    }
}
