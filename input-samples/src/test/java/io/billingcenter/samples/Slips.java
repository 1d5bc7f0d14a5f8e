package io.billingcenter.samples;

import static io.billingcenter.samples.SlipHistory.BEFORE;
import static io.billingcenter.samples.SlipHistory.CLOSED;
import static io.billingcenter.samples.SlipHistory.DAY;
import static io.billingcenter.samples.SlipHistory.NEXT;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * Slips of the people around the program: each is made on the evening after some clean nights; the command after it ends
 * with 0 and the money of a clean history, or not with 0, with a message that says what to do and no money moved by the
 * slip; after the right action the money is that of a clean history.
 */
final class Slips {

    /** A slip: how it is made, which result is expected, and how it is corrected. */
    interface Slip {
        void happens(SlipHistory history) throws Exception;
    }

    private static final String WORKSPACE = "ws-crane-a";
    private static final int CUT_BYTES = 12;

    private Slips() {}

    /** Every kind by its name. */
    static Map<String, Slip> all() {
        Map<String, Slip> slips = ofAnyTime();
        slips.put("clock in another zone", Slips::clockInAnotherZone);
        return slips;
    }

    /** The slips that do not depend on today's date. */
    static Map<String, Slip> ofAnyTime() {
        Map<String, Slip> slips = new LinkedHashMap<>();
        slips.put("missing reference file", Slips::missingReferenceFile);
        slips.put("shrunk reference file", Slips::shrunkReferenceFile);
        slips.put("reference file with nothing but its header", Slips::headerOnlyReferenceFile);
        slips.put("store not mounted", Slips::storeNotMounted);
        slips.put("gz cut before it was billed", Slips::gzCutBeforeItWasBilled);
        slips.put("gz cut after it was billed", Slips::gzCutAfterItWasBilled);
        slips.put("file emptied after it was billed", Slips::fileEmptiedAfterItWasBilled);
        slips.put("folder emptied", Slips::folderEmptied);
        slips.put("month closed early", Slips::monthClosedEarly);
        slips.put("half a night closed", Slips::halfANightClosed);
        slips.put("two databases on one folder", Slips::twoDatabasesOnOneFolder);
        slips.put("price typo of one customer", Slips::priceTypo);
        slips.put("price typo in the list", Slips::listPriceTypo);
        slips.put("volume typo", Slips::volumeTypo);
        slips.put("night given twice", Slips::nightGivenTwice);
        slips.put("wrong day", Slips::wrongDay);
        slips.put("day that is not over", Slips::dayThatIsNotOver);
        return slips;
    }

    /* Reference files. */

    private static void missingReferenceFile(SlipHistory history) throws Exception {
        history.arrive(DAY);
        List<String> lines = history.reference("contract_prices");
        Files.delete(history.place().reference().resolve("contract_prices.csv"));
        history.says(history.night(DAY), 1, "contract_prices", "--allow-missing");
        history.hasMoneyOf(BEFORE);
        history.writeReference("contract_prices", lines);
        history.done(history.night(DAY));
        history.hasMoneyOf(DAY);
    }

    private static void shrunkReferenceFile(SlipHistory history) throws Exception {
        history.arrive(DAY);
        List<String> lines = history.reference("bindings");
        history.writeReference("bindings", lines.subList(0, lines.size() / 2));
        refusesReference(history, "bindings", lines);
    }

    private static void headerOnlyReferenceFile(SlipHistory history) throws Exception {
        history.arrive(DAY);
        List<String> lines = history.reference("recharges");
        history.writeReference("recharges", lines.subList(0, 1));
        refusesReference(history, "recharges", lines);
    }

    private static void refusesReference(SlipHistory history, String name, List<String> lines) throws Exception {
        history.says(history.night(DAY), 4, name + ".csv", "confirm");
        history.hasMoneyOf(BEFORE);
        // A command that imports alone is refused as well, and is no baseline for the next.
        history.says(history.command("import", "--day", DAY.toString()), 4, name + ".csv");
        history.writeReference(name, lines);
        history.done(history.night(DAY));
        history.hasMoneyOf(DAY);
    }

    /* Traffic. */

    private static void storeNotMounted(SlipHistory history) throws Exception {
        history.arrive(DAY);
        Path traffic = history.place().traffic();
        Path away = traffic.resolveSibling("away");
        Files.move(traffic, away);
        Files.createDirectory(traffic);
        history.says(history.night(DAY), 4, "mounted", "--accept-empty");
        history.hasMoneyOf(BEFORE);
        Files.delete(traffic);
        Files.move(away, traffic);
        // The night counts as never run, so that of the next day runs it first.
        history.arrive(NEXT);
        history.done(history.night(NEXT));
        history.hasMoneyOf(NEXT);
    }

    private static void gzCutBeforeItWasBilled(SlipHistory history) throws Exception {
        history.arrive(DAY);
        Path whole = history.file(WORKSPACE, DAY, ".ndjson");
        byte[] bytes = Files.readAllBytes(whole);
        Files.delete(whole);
        Path gz = whole.resolveSibling(whole.getFileName() + ".gz");
        Files.write(gz, cut(gzip(bytes)));
        history.says(history.night(DAY), 2, WORKSPACE, gz.getFileName().toString());
        history.hasMoneyOfOthers(DAY, "acct-crane");
        Files.write(gz, gzip(bytes));
        history.arrive(NEXT);
        history.done(history.night(NEXT));
        history.hasMoneyOf(NEXT);
    }

    private static void gzCutAfterItWasBilled(SlipHistory history) throws Exception {
        Path whole = history.file(WORKSPACE, BEFORE, ".ndjson");
        byte[] bytes = Files.readAllBytes(whole);
        Files.delete(whole);
        Path gz = whole.resolveSibling(whole.getFileName() + ".gz");
        Files.write(gz, cut(gzip(bytes)));
        history.arrive(DAY);
        history.says(history.night(DAY), 2, WORKSPACE, gz.getFileName().toString());
        history.hasMoneyOf(DAY);
        Files.write(gz, gzip(bytes));
        history.arrive(NEXT);
        history.done(history.night(NEXT));
        history.hasMoneyOf(NEXT);
    }

    private static void fileEmptiedAfterItWasBilled(SlipHistory history) throws Exception {
        Path whole = history.file(WORKSPACE, BEFORE, ".ndjson");
        byte[] bytes = Files.readAllBytes(whole);
        Files.write(whole, new byte[0]);
        history.arrive(DAY);
        history.says(history.night(DAY), 2, WORKSPACE, whole.getFileName().toString());
        history.hasMoneyOf(DAY);
        Files.write(whole, bytes);
        history.arrive(NEXT);
        history.done(history.night(NEXT));
        history.hasMoneyOf(NEXT);
    }

    /** As {@code find traffic -type f -delete} does. */
    private static void folderEmptied(SlipHistory history) throws Exception {
        Path traffic = history.place().traffic();
        Path kept = traffic.resolveSibling("kept-traffic");
        Workplace.copy(traffic, kept);
        try (Stream<Path> walk = Files.walk(traffic)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
        history.arrive(DAY);
        history.says(history.night(DAY), 2, "vanished");
        // Files that came late for emptied folders wait, so the money is not yet that of a clean history.
        history.tookNothingBack(DAY);
        history.says(history.command("holds"), 0, "vanished", WORKSPACE, BEFORE.toString());
        Workplace.copy(kept, traffic);
        history.arrive(NEXT);
        history.done(history.night(NEXT));
        history.hasMoneyOf(NEXT);
    }

    /* Closing. */

    private static void monthClosedEarly(SlipHistory history) throws Exception {
        history.arrive(DAY);
        history.done(history.night(DAY));
        history.says(history.close(), 4, "nights", NEXT.toString());
        history.hasMoneyOf(DAY);
        history.arrive(NEXT);
        history.done(history.night(NEXT));
        history.done(history.close());
        history.hasMoneyOf(CLOSED);
    }

    /** The night posts, and cannot deliver. */
    private static void halfANightClosed(SlipHistory history) throws Exception {
        history.arrive(DAY);
        history.done(history.night(DAY));
        history.arrive(NEXT);
        Path obstacle = Files.writeString(history.place().out().resolve(NEXT.toString()), "in the way");
        history.says(history.night(NEXT), 5, obstacle.toString());
        refusesHalfANight(history);
        Files.delete(obstacle);
        history.done(history.night(NEXT));
        history.done(history.close());
        history.hasMoneyOf(CLOSED);
    }

    /** A night that posted can only be finished: nobody may accept that it is left out. */
    static void refusesHalfANight(SlipHistory history) throws IOException {
        history.says(history.close(), 4, "nights", NEXT.toString());
        history.says(history.close("--accept", "nights", "--reason", "in a hurry"), 4, "nights", NEXT.toString());
    }

    /* Installation. */

    private static void twoDatabasesOnOneFolder(SlipHistory history) throws Exception {
        history.arrive(DAY);
        Workplace.Answer answer = history.otherDatabase("nightly", "--day", DAY.toString());
        history.says(answer, 1, history.place().out().toString(), "database");
        assertThat(history.place().out().resolve(DAY.toString())).doesNotExist();
        history.done(history.night(DAY));
        history.hasMoneyOf(DAY);
    }

    /* Prices and volumes. */

    private static void priceTypo(SlipHistory history) throws Exception {
        history.arrive(DAY);
        List<String> lines = history.reference("contract_prices");
        List<String> typo = Stream.concat(
                        lines.stream()
                                .map(line -> line.replace(
                                        "acct-heron,log,14,1.4,2026-01-01,",
                                        "acct-heron,log,14,1.4,2026-01-01," + DAY)),
                        Stream.of("acct-heron,log,14,70," + DAY + ","))
                .toList();
        assertThat(typo).doesNotContainAnyElementsOf(List.of("acct-heron,log,14,1.4,2026-01-01,"));
        history.writeReference("contract_prices", typo);
        history.says(history.night(DAY), 2, "unusual", "acct-heron");
        history.hasMoneyOfOthers(DAY, "acct-heron");
        history.writeReference("contract_prices", lines);
        history.arrive(NEXT);
        history.done(history.night(NEXT));
        history.hasMoneyOf(NEXT);
    }

    /** A new version of the list in which a price has lost its point. */
    private static void listPriceTypo(SlipHistory history) throws Exception {
        history.arrive(DAY);
        Path books = history.place().root().resolve("price-books");
        Workplace.copy(CompanyNights.priceBooks(), books);
        String list = Files.readString(books.resolve("2024-11-06.csv"));
        Path version = books.resolve(DAY + ".csv");
        Files.writeString(version, list.replace("log,14,1000000,1.5,", "log,14,1000000,150,"));
        history.says(history.night(DAY, "--price-books", books.toString()), 4, "acct-crane", "confirm");
        history.hasMoneyOf(BEFORE);
        // What is right costs what it did: the version is of no use.
        Files.writeString(version, list);
        history.done(history.night(DAY, "--price-books", books.toString()));
        history.hasMoneyOf(DAY);
    }

    private static void volumeTypo(SlipHistory history) throws Exception {
        history.arrive(DAY);
        Path file = history.file("ws-pine-a", DAY, ".ndjson");
        String right = Files.readString(file);
        String typo = right.replaceFirst(
                "\"logging\",\"sub_project\":\"web\",\"hour_count\":\"\\d+\"",
                "\"logging\",\"sub_project\":\"web\",\"hour_count\":\"100000000000\"");
        assertThat(typo).isNotEqualTo(right);
        Files.writeString(file, typo);
        history.says(history.night(DAY), 2, "unusual", "acct-pine");
        history.hasMoneyOfOthers(DAY, "acct-pine");
        Files.writeString(file, right);
        history.arrive(NEXT);
        history.done(history.night(NEXT));
        history.hasMoneyOf(NEXT);
    }

    /* Commands. */

    private static void nightGivenTwice(SlipHistory history) throws Exception {
        history.arrive(DAY);
        history.done(history.night(DAY));
        history.done(history.night(DAY));
        history.hasMoneyOf(DAY);
    }

    /** Another month by mistake, and another year, which is yet to come. */
    private static void wrongDay(SlipHistory history) throws Exception {
        history.arrive(DAY);
        history.done(history.command("nightly", "--day", DAY.minusMonths(2).toString()));
        history.hasMoneyOf(BEFORE);
        LocalDate future = DAY.plusYears(1);
        history.says(history.command("nightly", "--day", future.toString()), 1, future.toString(), "correct the day");
        history.done(history.night(DAY));
        history.hasMoneyOf(DAY);
        // Older days that are run later do not move the day with which the nights of this database begin.
        history.arrive(NEXT);
        history.done(history.night(NEXT));
        history.done(history.close());
        history.hasMoneyOf(CLOSED);
    }

    /** The day has begun two and a half hours ago, and nothing of it is there; the night before it is caught up. */
    private static void dayThatIsNotOver(SlipHistory history) throws Exception {
        history.arrive(DAY);
        history.says(history.command("nightly", "--day", NEXT.toString()), 4, "mounted");
        history.hasMoneyOf(DAY);
        history.arrive(NEXT);
        history.done(history.night(NEXT));
        history.hasMoneyOf(NEXT);
    }

    /** Yesterday is a day of the zone of bills, whatever the zone of the machine says. */
    private static void clockInAnotherZone(SlipHistory history) throws Exception {
        history.arrive(DAY);
        Clock clock = CompanyNights.nightAfter(DAY).withZone(ZoneId.of("America/Los_Angeles"));
        Workplace.Answer answer = history.command(clock, "nightly");
        history.done(answer);
        assertThat(answer.text()).contains("nightly " + DAY);
        history.hasMoneyOf(DAY);
    }

    /* Bytes. */

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    private static byte[] cut(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length - CUT_BYTES);
    }
}
