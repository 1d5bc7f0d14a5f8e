package io.billingcenter.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The four facts of charged workspaces, as a grid, as CSV and as JSON. */
class CoverageTest {

    private static final String DAY = "2026-10-15";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Databases.class)
    void tellsFourFactsApart(Databases database) throws IOException {
        Workplace place = new Workplace(folder, database.address(folder));
        Traffic traffic = new Traffic(DAY);
        traffic.writeReference(place, 6);
        traffic.writeFile(place, 0, traffic.records(0, 50));
        Files.writeString(traffic.folder(place, 1).resolve("none.csv"), Traffic.HEADER);
        Files.writeString(traffic.folder(place, 2).resolve("bad.csv"), Traffic.HEADER + "r1,bad\n");
        Files.writeString(traffic.folder(place, 4).resolve("broken.csv"), "no header at all\n");
        traffic.writeFile(place, 5, traffic.records(5, 50));
        Files.writeString(
                place.reference().resolve("plans.csv"), "workspace_id,plan,from,to\nws-5,free,2026-10-15,2026-10-16\n");
        assertThat(place.billing("nightly", "--day", DAY).status()).isIn(0, 2);

        Path csv = folder.resolve("lists/coverage.csv");
        Workplace.Answer answer =
                place.billing("coverage", "--from", "2026-10-14", "--to", "2026-10-16", "--csv", csv.toString());
        assertThat(answer.status()).as(answer.text()).isEqualTo(2);
        assertThat(answer.text())
                .contains("  2026-10\n  111\n  456\n")
                .contains("  .#.  ws-0\n  .e.  ws-1\n  .0.  ws-2\n  ...  ws-3\n  .U.  ws-4\n  . .  ws-5\n")
                .contains("1 file, 1 empty, 1 zero, 13 missing, 1 unreadable")
                .contains("17 workspace-days of 6 charged workspaces");
        assertThat(csv)
                .content()
                .startsWith(
                        "workspace_id,billing_day,fact,files,records,acknowledged\r\nws-0,2026-10-14,missing,0,0,false\r\n")
                .contains(
                        "ws-0,2026-10-15,file,1,50,false\r\n",
                        "ws-1,2026-10-15,empty,1,0,false\r\n",
                        "ws-2,2026-10-15,zero,1,1,false\r\n",
                        "ws-4,2026-10-15,unreadable,1,0,false\r\n")
                .doesNotContain("ws-5,2026-10-15");
        assertThat(csv.resolveSibling(".coverage.csv.part")).doesNotExist();
        assertThat(place.billing("coverage", "--from", DAY, "--to", DAY, "--json")
                        .text())
                .startsWith("[\n  {\"workspace_id\": \"ws-0\", \"billing_day\": \"2026-10-15\", \"fact\": \"file\"")
                .endsWith("}\n]\n");
    }

    @Test
    void wrongUseIsTold() {
        Workplace place = new Workplace(folder, Databases.HSQLDB.address(folder));
        refused(place, "Missing required option: '--to=DAY'", "--from", DAY);
        refused(
                place,
                "Expected --to on or after --from, 2026-10-15, found 2026-10-14",
                "--from",
                DAY,
                "--to",
                "2026-10-14");
        refused(place, "Expected at most 400 days", "--from", "2024-10-15", "--to", DAY);
        refused(place, "Expected a day like 2026-11-21, found 'x'", "--from", "x", "--to", DAY);
        Workplace.Answer none = place.billing("runs");
        assertThat(none.text()).contains("Nothing ever ran on this database.");
        Workplace.Answer last = place.billing("runs", "--last", "0");
        assertThat(last.status()).isEqualTo(1);
        assertThat(last.text()).contains("Expected --last to be at least 1, found 0");
    }

    private static void refused(Workplace place, String told, String... options) {
        String[] command = new String[options.length + 1];
        command[0] = "coverage";
        System.arraycopy(options, 0, command, 1, options.length);
        Workplace.Answer answer = place.billing(command);
        assertThat(answer.text()).contains(told).doesNotContain("\tat ");
        assertThat(answer.status()).isEqualTo(1);
    }
}
