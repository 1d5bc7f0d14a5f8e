package io.billingcenter.samples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The nights of {@link CrashStory} and the close of their month, then a night so much later that the month may be purged: until
 * then all debts are paid.
 */
final class PurgeStory {

    static final String FIRST = "2026-10-14";
    static final String MONTH = "2026-10";
    static final String AFTER = "2026-11";

    /** The last night, whose late window and the month before it begin after the closed month. */
    static final String LAST = "2027-02-01";

    private static final FileTime WRITTEN = FileTime.from(Instant.parse("2027-01-31T00:00:00Z"));

    private PurgeStory() {}

    /** Lives through the story. */
    static void run(Workplace place) throws IOException {
        for (CrashStory.Chapter chapter : new CrashStory().chapters()) {
            chapter.arrival().at(place);
            require(place.billing(chapter.words()), chapter.name());
        }
        Files.writeString(place.reference().resolve("recharges.csv"), """
                recharge_id,account_id,amount,day
                r-1,a-lotus,20,2026-10-13
                r-2,a-crane,1000,2026-10-13
                r-3,a-crane,60000,2026-10-15
                r-4,a-lotus,9000000,2027-01-31
                r-5,a-crane,9000000,2027-01-31
                """, StandardCharsets.UTF_8);
        Traffic last = new Traffic(LAST);
        last.writeFile(place, 1, last.records(1, 60));
        settleTime(last.folder(place, 1));
        require(place.billing(words("nightly", "--day", LAST, "--no-catch-up")), "last night");
    }

    /** Acknowledges all holds. */
    static void acknowledge(Workplace place) {
        for (String reason : List.of("no_binding", "no_price", "quarantine_limit")) {
            place.billing(words("holds", "ack", "--all", "--yes", "--reason", reason, "--note", "story"));
        }
    }

    /** Gives the command to purge the month. */
    static Workplace.Answer purge(Workplace place, String... more) {
        return place.billing(purgeWords(place, more));
    }

    static String[] purgeWords(Workplace place, String... more) {
        List<String> words = new ArrayList<>(List.of("purge", "--before", AFTER, "--set", archiveSetting(place)));
        words.addAll(List.of(more));
        return words(words.toArray(String[]::new));
    }

    static String archiveSetting(Workplace place) {
        return "billing.archive=" + archive(place);
    }

    static Path archive(Workplace place) {
        return place.root().resolve("archive");
    }

    /** The words of a command with the settings of the story. */
    static String[] words(String... command) {
        List<String> words = new ArrayList<>(List.of(command));
        for (String setting : CrashStory.SMALL) {
            words.addAll(List.of("--set", setting));
        }
        words.addAll(List.of("--set", "billing.metering.quarantine-limit-count=5"));
        return words.toArray(String[]::new);
    }

    /** Adds a file to the first day of a workspace. */
    static void addLateFile(Workplace place, int workspace) throws IOException {
        Traffic first = new Traffic(FIRST);
        Path folder = first.folder(place, workspace);
        Files.writeString(
                folder.resolve("very-late.csv"),
                Traffic.HEADER + String.join("", first.records(workspace, 400).subList(300, 400)),
                StandardCharsets.UTF_8);
        Files.setLastModifiedTime(folder.resolve("very-late.csv"), WRITTEN);
    }

    /** Leaves only the header of the file of a workspace on the first day. */
    static void empty(Workplace place, int workspace) throws IOException {
        Path folder = new Traffic(FIRST).folder(place, workspace);
        Files.writeString(folder.resolve("traffic.csv"), Traffic.HEADER, StandardCharsets.UTF_8);
        settleTime(folder);
    }

    private static void settleTime(Path folder) throws IOException {
        Files.setLastModifiedTime(folder.resolve("traffic.csv"), WRITTEN);
    }

    private static void require(Workplace.Answer answer, String what) {
        if (answer.status() != 0 && answer.status() != 2) {
            throw new IllegalStateException(what + ": " + answer);
        }
    }
}
