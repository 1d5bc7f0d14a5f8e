package io.billingcenter.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.samples.oracle.CompanyWorld;
import io.billingcenter.samples.oracle.World;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Some nights of a company that a slip follows. It may be taken back to the evening before the slip any number of times,
 * always at the same path, so that nothing in a database or in the folder of the delivered files has moved.
 *
 * <p>The sums of a history without a slip are kept for every evening after it.
 */
final class SlipHistory {

    static final LocalDate FIRST = LocalDate.of(2026, 10, 21);

    /** The last night of what is clean. */
    static final LocalDate BEFORE = LocalDate.of(2026, 10, 29);

    /** The day of the slip. */
    static final LocalDate DAY = LocalDate.of(2026, 10, 30);

    /** The day after it, the last of the month. */
    static final LocalDate NEXT = LocalDate.of(2026, 10, 31);

    static final YearMonth MONTH = YearMonth.of(2026, 10);

    /** The day under which {@link #sums} keeps the state after the close. */
    static final LocalDate CLOSED = LocalDate.of(2026, 11, 3);

    private static final long SEED = 30;

    /** Gives a command. */
    interface Caller {
        Workplace.Answer call(Workplace place, Clock clock, String... command) throws IOException;
    }

    private final Databases databases;
    private final Path folder;
    private final Caller caller;
    private final World world;
    private final Map<LocalDate, Map<String, String>> clean = new TreeMap<>();
    private String beforeTheSlip = "";
    private Workplace place;

    private SlipHistory(Databases databases, Path folder, Caller caller) throws IOException {
        this.databases = databases;
        this.folder = folder;
        this.caller = caller;
        this.world = CompanyWorld.of(SEED, FIRST, NEXT, CompanyNights.priceBooks());
    }

    /** Runs the nights before the slip, and once those after it without one. */
    static SlipHistory make(Databases databases, Path folder, Caller caller) throws IOException, SQLException {
        SlipHistory history = new SlipHistory(databases, folder, caller);
        history.place = new Workplace(history.live(), databases.address(history.live()));
        for (LocalDate day = FIRST; !day.isAfter(BEFORE); day = day.plusDays(1)) {
            history.arrive(day);
            history.done(history.night(day));
        }
        history.clean.put(BEFORE, MoneySums.of(history.place));
        history.keep();
        history.arrive(DAY);
        history.done(history.night(DAY));
        history.clean.put(DAY, MoneySums.of(history.place));
        history.arrive(NEXT);
        history.done(history.night(NEXT));
        history.clean.put(NEXT, MoneySums.of(history.place));
        history.done(history.close());
        history.clean.put(CLOSED, MoneySums.of(history.place));
        return history;
    }

    private Path live() {
        return folder.resolve("live");
    }

    private void keep() throws IOException {
        Workplace.copy(live(), folder.resolve("kept"));
        beforeTheSlip = databases.copy(place.db());
    }

    /** Takes everything back to the evening before the slip. */
    void takeBack() throws IOException {
        FileChores.delete(live());
        Workplace.copy(folder.resolve("kept"), live());
        place = new Workplace(live(), databases.copy(beforeTheSlip));
    }

    Workplace place() {
        return place;
    }

    /** Lays the reference files and the traffic that come before the night of a day. */
    void arrive(LocalDate day) throws IOException {
        List<World.Step> steps = world.steps();
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i) instanceof World.Night night && night.day().equals(day)) {
                world.arrive(steps.get(i - 1), place.reference(), place.traffic());
            }
        }
    }

    /** The command of a night, at the hour after its day. */
    Workplace.Answer night(LocalDate day, String... more) throws IOException {
        List<String> words = new ArrayList<>(List.of("nightly", "--day", day.toString()));
        words.addAll(List.of(more));
        return caller.call(place, CompanyNights.nightAfter(day), words.toArray(String[]::new));
    }

    /** Closes the month on the first day that allows it. */
    Workplace.Answer close(String... more) throws IOException {
        List<String> words = new ArrayList<>(List.of("close", "--month", MONTH.toString()));
        words.addAll(List.of(more));
        Clock clock = Clock.fixed(Instant.parse("2026-11-03T02:00:00Z"), ZoneOffset.UTC);
        return caller.call(place, clock, words.toArray(String[]::new));
    }

    /** Any other command, on the morning after the slip. */
    Workplace.Answer command(String... words) throws IOException {
        return caller.call(place, CompanyNights.nightAfter(DAY), words);
    }

    /** The same at that time. */
    Workplace.Answer command(Clock clock, String... words) throws IOException {
        return caller.call(place, clock, words);
    }

    /** Any other command with another database, which is empty. */
    Workplace.Answer otherDatabase(String... words) throws IOException {
        Workplace other = new Workplace(live(), databases.address(folder.resolve("other")));
        return caller.call(other, CompanyNights.nightAfter(DAY), words);
    }

    /** Asserts that the answer is that of a command that found nothing to say. */
    void done(Workplace.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isZero();
    }

    /** Asserts status and words of an answer. */
    void says(Workplace.Answer answer, int status, String... words) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.text()).contains(words);
    }

    /** Asserts that the money is that of the history without a slip on the evening after the night of that day. */
    void hasMoneyOf(LocalDate day) throws SQLException {
        assertThat(MoneySums.of(place)).as("money after " + day).isEqualTo(clean.get(day));
    }

    /** Asserts that nothing that was charged on the evening before is charged with less after the night of that day. */
    void tookNothingBack(LocalDate day) throws SQLException {
        Map<String, String> now = MoneySums.of(place);
        clean.get(day.minusDays(1)).forEach((key, before) -> {
            if (key.startsWith("charged ")) {
                assertThat(amount(now.get(key))).as(key).isGreaterThanOrEqualTo(amount(before));
            }
        });
    }

    private static BigDecimal amount(String quantityAndAmount) {
        return new BigDecimal(quantityAndAmount.substring(quantityAndAmount.indexOf(' ') + 1));
    }

    /** The sums of what was charged for other accounts than that one are those of the history without a slip. */
    void hasMoneyOfOthers(LocalDate day, String account) throws SQLException {
        assertThat(without(account, MoneySums.of(place)))
                .as("money of others after " + day)
                .isEqualTo(without(account, clean.get(day)));
    }

    private static Map<String, String> without(String account, Map<String, String> sums) {
        Map<String, String> others = new TreeMap<>(sums);
        others.keySet().removeIf(key -> key.contains(" " + account + " "));
        return others;
    }

    /** The folder of a workspace-day. */
    Path folder(String workspace, LocalDate day) {
        return place.traffic().resolve(workspace).resolve(day.toString());
    }

    /** The only file of an ending in the folder of a workspace-day. */
    Path file(String workspace, LocalDate day, String ending) throws IOException {
        return FileChores.files(folder(workspace, day)).stream()
                .filter(file -> file.toString().endsWith(ending))
                .findFirst()
                .orElseThrow();
    }

    /** The lines of a reference file. */
    List<String> reference(String name) throws IOException {
        return Files.readAllLines(place.reference().resolve(name + ".csv"));
    }

    void writeReference(String name, List<String> lines) throws IOException {
        Files.writeString(place.reference().resolve(name + ".csv"), String.join("\n", lines) + "\n");
    }
}
