package io.billingcenter.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The reasons for the status 2, and how a person takes it away: workspaces that fall silent, holds, bad records, missed nights. */
class AttentionTest {

    private static final int FIRST = 8;

    @TempDir
    private Path folder;

    /** Three workspaces have files for a week; then one of them, a third of the charges, has none. */
    @ParameterizedTest
    @EnumSource(Databases.class)
    void aSilenceIsToBeLookedAtInItsFirstNight(Databases database) throws IOException {
        Workplace place = place(database, 3);
        for (int day = FIRST; day < FIRST + 7; day++) {
            write(place, day, 0, 1, 2);
        }
        ends(0, place, "nightly", "--day", date(FIRST + 6));
        write(place, FIRST + 7, 0, 2);
        String night = ends(2, place, "nightly", "--day", date(FIRST + 7));
        assertThat(night).contains("look at", "missing 1 (ws-1 2026-10-15): no files since 2026-10-14");
        assertThat(ends(2, place, "nightly", "--day", date(FIRST + 7))).contains("missing 1 (ws-1 2026-10-15)");
        write(place, FIRST + 8, 0, 2);
        assertThat(ends(0, place, "nightly", "--day", date(FIRST + 8)))
                .contains("listed", "missing 1 (ws-1 2026-10-16): still silent");
        assertThat(ends(2, place, "coverage", "--from", date(FIRST), "--to", date(FIRST + 8)))
                .contains("  #########  ws-0\n  #######MM  ws-1\n", "2 silent", "2 of them to look at");
        ends(0, place, "verify");

        assertThat(ends(0, place, "holds", "--json"))
                .contains(
                        "\"workspace_id\": \"ws-1\", \"billing_day\": \"2026-10-15\", \"reason\": \"missing\"",
                        "\"acknowledged\": \"false\"",
                        "\"worth_cny\": \"");
        assertThat(ends(0, place, ack("missing", "--workspace", "ws-1"))).contains("Acknowledged 2 cells of missing");
        ends(0, place, "verify");
        assertThat(ends(0, place, "holds", "--json")).doesNotContain("\"acknowledged\": \"false\"");
        assertThat(ends(0, place, "coverage", "--from", date(FIRST), "--to", date(FIRST + 8)))
                .contains("  #######mm  ws-1\n");
        assertThat(ends(0, place, "nightly", "--day", date(FIRST + 7))).doesNotContain("missing");
        write(place, FIRST + 9, 0, 2);
        assertThat(ends(0, place, "nightly", "--day", date(FIRST + 9))).doesNotContain("missing");
        assertThat(ends(0, place, "holds")).contains("2 in all, 0 of them not acknowledged");

        write(place, FIRST + 7, 1);
        write(place, FIRST + 10, 0, 2);
        ends(0, place, "nightly", "--day", date(FIRST + 10), "--no-catch-up");
        assertThat(ends(0, place, "holds")).contains("1 in all").doesNotContain("2026-10-15");
        ends(0, place, "verify");
    }

    /** A hold that is known gives no status, and stays where it is. */
    @Test
    void aKnownHoldStaysHeld() throws IOException {
        Workplace place = place(Databases.HSQLDB, 2);
        write(place, FIRST, 0, 1, 2, 3);
        String day = date(FIRST);
        assertThat(ends(2, place, "nightly", "--day", day))
                .contains("look at", "no_workspace 2 (ws-2 2026-10-08, ws-3 2026-10-08)", "see: billing holds");
        String held = Files.readString(place.out().resolve(day + "/r1/holds.csv"));
        assertThat(ends(1, place, ack("no_workspace", "--all")))
                .contains("2 cells of no_workspace worth about -", "run the same command with --yes");
        assertThat(ends(1, place, ack("locked", "--all", "--yes"))).contains("found nothing; see: billing holds");
        assertThat(ends(1, place, ack("no_plan", "--all"))).contains("Expected --reason to be one of", "vanished");
        assertThat(ends(1, place, ack("unusual", "--all", "--until", day))).contains("Expected no --until for unusual");
        ends(2, place, "nightly", "--day", day);

        ends(0, place, ack("no_workspace", "--workspace", "ws-2"));
        assertThat(ends(2, place, "nightly", "--day", day)).contains("no_workspace 1 (ws-3 2026-10-08)");
        ends(0, place, ack("no_workspace", "--all", "--until", date(FIRST + 1), "--yes"));
        assertThat(ends(0, place, "nightly", "--day", day)).contains("holds        2 workspace-days, see holds.csv");
        write(place, FIRST + 1, 0, 3);
        ends(0, place, "nightly", "--day", date(FIRST + 1));
        write(place, FIRST + 2, 0, 3);
        ends(2, place, "nightly", "--day", date(FIRST + 2));
        assertThat(ends(0, place, "holds")).contains("4 in all, 1 of them not acknowledged");
        assertThat(Files.readString(place.out().resolve(day + "/r1/holds.csv"))).isEqualTo(held);
        assertThat(place.out().resolve(day + "/r2")).doesNotExist();
        ends(0, place, "verify");
    }

    /** More bad records than the limit of reports, which holds nothing; and the nights of a catch-up with their own statuses. */
    @Test
    void theWorstOfTheNightsThatWereMissedCounts() throws IOException {
        Workplace place = place(Databases.HSQLDB, 1);
        write(place, FIRST, 0);
        ends(0, place, "nightly", "--day", date(FIRST));
        Traffic traffic = new Traffic(date(FIRST + 1));
        traffic.writeFile(place, 0, records(traffic, 3000, 101));
        write(place, FIRST + 2, 0);
        assertThat(ends(2, place, "nightly", "--day", date(FIRST + 2)))
                .contains("look at      quarantined 1 (ws-0 2026-10-09): 101 of 3101 records quarantined")
                .containsSubsequence("nightly 2026-10-09", "nightly 2026-10-10")
                .contains("nights ended: 2026-10-09 with 2, 2026-10-10 with 0");
    }

    @Test
    void fewBadRecordsAreQuietAndNothingElseIsNot() throws IOException {
        Workplace place = place(Databases.HSQLDB, 1);
        Traffic traffic = new Traffic(date(FIRST));
        traffic.writeFile(place, 0, records(traffic, 50, 100));
        ends(0, place, "nightly", "--day", date(FIRST));
        traffic.writeFile(place, 0, records(traffic, 0, 3));
        assertThat(ends(2, place, "nightly", "--day", date(FIRST)))
                .contains("quarantined 1 (2026-10-08): 3 of 3 records quarantined");
    }

    @Test
    void anAccountThatHasGrownMayPass() throws IOException {
        Workplace place = place(Databases.HSQLDB, 1);
        ends(0, place, "import", "--day", date(FIRST));
        String[] confirm = {"confirm", "--account", "a1", "--reason", "a large customer", "--until", ""};
        for (String until : new String[] {"2027-01-30", "2027-03-05"}) {
            confirm[6] = until;
            assertThat(ends(1, place, confirm))
                    .contains("Expected --until from 2027-02-01 to 2027-03-04, found " + until);
        }
        confirm[6] = "2027-03-04";
        assertThat(ends(0, place, confirm)).contains("account a1 for the billing days 2027-02-01 to 2027-03-04");
        confirm[2] = "a9";
        assertThat(ends(1, place, confirm)).contains("Expected --account to name an account", "found 'a9'");
        assertThat(ends(1, place, "confirm", "--reason", "x"))
                .contains("Expected a FINGERPRINT, or --account with --until");
        ends(0, place, "verify");
    }

    private Workplace place(Databases database, int workspaces) throws IOException {
        Workplace place = new Workplace(folder, database.address(folder));
        new Traffic(date(FIRST)).writeReference(place, workspaces);
        return place;
    }

    private static void write(Workplace place, int day, int... workspaces) throws IOException {
        Traffic traffic = new Traffic(date(day));
        for (int workspace : workspaces) {
            traffic.writeFile(place, workspace, traffic.records(workspace, 30));
        }
    }

    private static List<String> records(Traffic traffic, int good, int bad) {
        return Stream.concat(
                        traffic.records(0, good).stream(),
                        IntStream.range(0, bad).mapToObj(i -> "bad" + i + ",never,ws-0,log,,,1,1,\n"))
                .collect(Collectors.toList());
    }

    private static String date(int day) {
        return "2026-10-" + (day < 10 ? "0" : "") + day;
    }

    private static String[] ack(String reason, String... more) {
        return Stream.concat(Stream.of("holds", "ack", "--reason", reason, "--note", "known"), Stream.of(more))
                .toArray(String[]::new);
    }

    private static String ends(int status, Workplace place, String... command) {
        Workplace.Answer answer = place.billing(command);
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.text()).doesNotContain("\tat ");
        return answer.text();
    }
}
