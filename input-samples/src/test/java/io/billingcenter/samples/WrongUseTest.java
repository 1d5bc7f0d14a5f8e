package io.billingcenter.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The mistakes a new user makes: each is refused with status 1 and told what was expected, found, and what to do. */
class WrongUseTest {

    private static final String DAY = "2026-10-15";

    @TempDir
    private Path folder;

    private Workplace place;

    @BeforeEach
    void setUp() throws IOException {
        place = new Workplace(folder, Databases.HSQLDB.address(folder));
        Traffic traffic = new Traffic(DAY);
        traffic.writeReference(place, 1);
        traffic.writeFile(place, 0, traffic.records(0, 20));
    }

    @Test
    void unknownOption() {
        refused("--dya", "nightly", "--dya", DAY);
    }

    @Test
    void unknownCommand() {
        refused("nihgtly", "nihgtly");
    }

    @Test
    void noDay() {
        refused("Expected a day like 2026-11-21, found '15.10.2026'", "nightly", "--day", "15.10.2026");
    }

    @Test
    void billBeforeTheDayItIsFor() {
        refused("--posted-day on or after 2026-10-15", "rerun", "--day", "2026-10-15", "--posted-day", "2026-10-14");
    }

    @Test
    void monthThatIsNotOver() {
        refused("2027-02 can be closed from 2027-03-03, and today is 2027-02-01", "close", "--month", "2027-02");
    }

    @Test
    void trafficFolderThatIsNotThere() throws IOException {
        Files.move(place.traffic(), folder.resolve("elsewhere"));
        refused(place.traffic().toString(), "nightly", "--day", DAY);
    }

    @Test
    void referenceFolderThatIsNotThere() throws IOException {
        Files.move(place.reference(), folder.resolve("elsewhere"));
        refused(place.reference().toString(), "nightly", "--day", DAY);
    }

    @Test
    void badReferenceRow() throws IOException {
        Files.writeString(
                place.reference().resolve("bindings.csv"),
                "workspace_id,account_id,settlement,vendor_account,from,to\nws-0,nobody,wallet,,2026-01-01,\n");
        refused("bindings.csv", "nightly", "--day", DAY);
    }

    @Test
    void outputThatIsAFile() throws IOException {
        Files.writeString(place.out(), "in the way");
        Workplace.Answer answer = place.billing("nightly", "--day", DAY);
        assertThat(answer.status()).isEqualTo(5);
        assertThat(answer.text()).contains(place.out().toString());
        Files.delete(place.out());
        assertThat(place.billing("nightly", "--day", DAY).status()).isZero();
    }

    @Test
    void databaseOfAnotherKind() {
        Workplace.Answer answer = new Workplace(folder, "jdbc:h2:mem:x").billing("nightly", "--day", DAY);
        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.text()).contains("jdbc:postgresql:");
    }

    @Test
    void settingOutOfItsRange() {
        refused("billing.metering.chunk-size", "nightly", "--day", DAY, "--set", "billing.metering.chunk-size=0");
    }

    @Test
    void postingIntoAClosedMonth() throws IOException {
        assertThat(place.billing("nightly", "--day", DAY).status()).isZero();
        assertThat(place.billing("close", "--month", "2026-10").status()).isZero();
        Traffic traffic = new Traffic(DAY);
        traffic.writeFile(place, 0, traffic.records(0, 40));
        Workplace.Answer answer = place.billing("nightly", "--day", DAY);
        assertThat(answer.status()).isEqualTo(5);
        assertThat(answer.text()).contains("2026-10 closed", "--posted-day");
        assertThat(place.billing("nightly", "--day", "2026-11-01").status()).isZero();
        assertThat(place.out().resolve("2026-11-01/r1/bill-lines.csv"))
                .content()
                .contains("adjustment");
    }

    @Test
    void dayWithoutTrafficIsTold() {
        Workplace.Answer answer = place.billing("nightly", "--day", "2026-10-01");
        assertThat(answer.status()).isZero();
        assertThat(answer.text()).contains("none for 2026-10-01 under " + place.traffic());
    }

    private void refused(String told, String... command) {
        Workplace.Answer answer = place.billing(command);
        assertThat(answer.text()).contains(told);
        assertThat(answer.status()).as(answer.text()).isEqualTo(1);
    }
}
