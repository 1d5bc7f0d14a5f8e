package io.billingcenter.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The mistakes a new user makes: each is told what was expected, what was found, and what to do, with the right status. */
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
        refused("--out", "nightly", "--day", DAY);
        Files.delete(place.out());
        assertThat(place.billing("nightly", "--day", DAY).status()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:h2:mem:x", "postgresql://localhost/billing"})
    void databaseOfAnotherKind(String db) {
        refusedWith(1, "jdbc:postgresql:", db);
    }

    @Test
    void databaseThatIsAFolder() {
        refusedWith(1, "name the database in it", place.reference().toString());
    }

    @Test
    void databaseBelowAFile() {
        String db = place.reference().resolve("bindings.csv/db").toString();
        refusedWith(1, "Expected to open or create the database at " + db, db);
    }

    @Test
    void logThatCannotBeWritten() {
        String log = place.reference().resolve("bindings.csv/log/billing.log").toString();
        refused("Expected to write the log into", "nightly", "--day", DAY, "--set", "logging.file.name=" + log);
    }

    @Test
    void damagedDatabase() throws IOException {
        assertThat(place.billing("nightly", "--day", DAY).status()).isZero();
        Files.writeString(folder.resolve("db/billing.script"), "garbage");
        refusedWith(5, "put a copy of them back", Databases.HSQLDB.address(folder));
    }

    @Test
    void serverThatIsDown() {
        refusedWith(
                5,
                "Expected a server at jdbc:postgresql://localhost:1/x, found",
                "jdbc:postgresql://localhost:1/x?password=secret");
    }

    @Test
    void wrongNameOfADatabaseOnAServer() {
        String url = Databases.POSTGRESQL.address(folder).replaceFirst("/billing[0-9]+", "/nowhere");
        refusedWith(1, "database \"nowhere\" does not exist", url + "&password=secret");
    }

    @Test
    void dayThatIsYetToCome() {
        refused(
                "Expected a day that has begun, found 2027-02-02, and today is 2027-02-01",
                "bill",
                "--day",
                "2027-02-02");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            billing.metering.chunk-size=0         | Expected billing.metering.chunk-size to be at least 1, found 0
            billing.metering.threads=two          | Expected billing.metering.threads to be a whole number, found 'two'
            billing.metering.threads=100000       | Expected billing.metering.threads to be at most 256, found 100000
            billing.metering.thread=2             | Expected known settings, found billing.metering.thread
            biling.metering.threads=2             | found 'biling.metering.threads'
            billing.rules.units=cut               | Expected billing.rules.units to be one of exact, truncate-2, found 'cut'
            billing.zone=Asia/Shangai             | Expected billing.zone to be a time zone like Asia/Shanghai
            billing.rules.security-check-until=ab | Expected billing.rules.security-check-until to be a day like
            billing.price-books=                  | Expected billing.price-books to be set
            billing.sites.xx1.group=cn            | Expected billing.sites.xx1.zone to be set
            """)
    void settingThatCannotBe(String setting, String told) {
        refused(told, "nightly", "--day", DAY, "--set", setting);
    }

    @Test
    void postingIntoAClosedMonth() throws IOException {
        assertThat(place.billing("nightly", "--day", DAY).status()).isZero();
        assertThat(place.close("2026-10").status()).isZero();
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
        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.text()).contains("none at " + place.traffic() + "/<workspace_id>/2026-10-01");
    }

    @Test
    void monthWithoutPostingsIsTold() {
        Workplace.Answer answer = place.billing("close", "--month", "2026-08");
        assertThat(answer.status()).isZero();
        assertThat(answer.text()).contains("none: nothing was posted in 2026-08");
    }

    @Test
    void nothingInQuarantineIsTold() {
        assertThat(place.billing("quarantine", "--day", DAY).text())
                .contains("Nothing of 2026-10-15 is in quarantine.");
    }

    @Test
    void editedPriceBook() throws IOException {
        Path books = folder.resolve("price-books");
        Workplace.copy(Workplace.HOME.resolve("config/price-books"), books);
        String option = books.toString();
        assertThat(place.billing("nightly", "--day", DAY, "--price-books", option)
                        .status())
                .isZero();
        Path book = books.resolve("2024-11-06.csv");
        Files.writeString(book, Files.readString(book).replace("log,7,1000000,1.2,", "log,7,1000000,1.3,"));
        refused("never edited after use", "nightly", "--day", DAY, "--price-books", option);
    }

    @Test
    void priceBookThatWouldChangeWhatIsCharged() throws IOException {
        Path books = folder.resolve("price-books");
        Workplace.copy(Workplace.HOME.resolve("config/price-books"), books);
        String option = books.toString();
        assertThat(place.billing("nightly", "--day", DAY, "--price-books", option)
                        .status())
                .isZero();
        Files.copy(books.resolve("2024-11-06.csv"), books.resolve("2026-10-15.csv"));
        refused("found charges on 2026-10-15", "nightly", "--day", "2026-10-16", "--price-books", option);
        Files.move(books.resolve("2026-10-15.csv"), books.resolve("2026-10-16.csv"));
        assertThat(place.billing("nightly", "--day", "2026-10-16", "--price-books", option)
                        .status())
                .isZero();
    }

    @Test
    void everyFaultOfThePrices() throws IOException {
        Path books = folder.resolve("price-books");
        Workplace.copy(Workplace.HOME.resolve("config/price-books"), books);
        String option = books.toString();
        Workplace.Answer good = place.billing("prices", "lint", "--price-books", option);
        assertThat(good.text()).contains("The prices have no fault.");
        assertThat(good.status()).isZero();
        Path book = books.resolve("2024-11-06.csv");
        Files.writeString(
                book, Files.readString(book).replace("sms,,10,", "sms,,100,").replace("scan,,", "scam,,"));
        Files.writeString(
                place.reference().resolve("contract_prices.csv"),
                "account_id,meter,retention_days,price,from,to\nnobody,log,14,-1,2026-01-01,2025-01-01\n");
        Workplace.Answer bad = place.billing("prices", "lint", "--price-books", option);
        assertThat(bad.text())
                .contains(
                        "2024-11-06.csv, line",
                        "column unit",
                        "'scam'",
                        "contract_prices.csv, line 2",
                        "'nobody'",
                        "'-1'")
                .contains("faults; an import would refuse them.");
        assertThat(bad.status()).isEqualTo(1);
    }

    @Test
    void pricesInForce() {
        assertThat(place.billing("import", "--day", DAY).status()).isZero();
        Workplace.Answer shown = place.billing("prices", "show", "--day", DAY, "--workspace", "ws-0");
        assertThat(shown.text().replaceAll(" +", " "))
                .contains("prices 2026-10-15 ws-0")
                .contains("meter retention_days unit list contract book currency")
                .contains("\nlog 14 1000000 1.5 2024-11-06 CNY");
        assertThat(shown.status()).isZero();
        refused("found ws-9", "prices", "show", "--day", DAY, "--workspace", "ws-9");
        refused("Missing required option: '--workspace=ID'", "prices", "show", "--day", DAY);
        refused("Try 'billing prices --help'.", "prices");
    }

    @Test
    void referenceFileThatIsAFolder() throws IOException {
        Files.createDirectory(place.reference().resolve("plans.csv"));
        Workplace.Answer answer = place.billing("nightly", "--day", DAY);
        assertThat(answer.status()).isEqualTo(5);
        assertThat(answer.text()).contains("Expected to read the reference file", "plans.csv");
    }

    private void refused(String told, String... command) {
        told(1, told, place.billing(command));
    }

    private void refusedWith(int status, String told, String db) {
        told(status, told, new Workplace(folder, db).billing("nightly", "--day", DAY));
    }

    private static void told(int status, String told, Workplace.Answer answer) {
        assertThat(answer.text()).contains(told).doesNotContain("secret", "\tat ");
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    }
}
