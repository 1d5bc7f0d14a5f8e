package io.billingcenter.samples;

import io.billingcenter.samples.oracle.CompanyWorld;
import io.billingcenter.samples.oracle.World;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs the nights and closes of a company through the command line, each at half past two after its day as a timer would,
 * and keeps house with its files in between.
 */
final class CompanyNights {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalTime AT_NIGHT = LocalTime.of(2, 30);

    /** Days after which files are rewritten. */
    private static final int CHORES_AFTER = 3;

    /** A command that was given, and its answer. */
    record Given(String command, LocalDate day, Workplace.Answer answer) {

        @Override
        public String toString() {
            return command + " of " + day + ": status " + answer.status() + "\n" + answer.text();
        }
    }

    private final Workplace place;
    private final FileChores chores;
    private final List<Given> given = new ArrayList<>();

    CompanyNights(Workplace place, long seed) {
        this.place = place;
        this.chores = new FileChores(place, seed);
    }

    /** The commands in their order. */
    List<Given> given() {
        return List.copyOf(given);
    }

    FileChores chores() {
        return chores;
    }

    /** The time at which the night of a day runs. */
    static Clock nightAfter(LocalDate day) {
        Instant time = day.plusDays(1).atTime(AT_NIGHT).atZone(ZONE).toInstant();
        return Clock.fixed(time, ZoneOffset.UTC);
    }

    /** Lives through all steps of the world. */
    void run(World world) throws IOException {
        LocalDate day = LocalDate.MIN;
        for (World.Step step : world.steps()) {
            world.arrive(step, place.reference(), place.traffic());
            if (step instanceof World.Night night) {
                day = night.day();
                keepHouse(day);
                command(day, "nightly");
                acknowledge(day);
            } else if (step instanceof World.Close close) {
                command(
                        day,
                        "close",
                        "--month",
                        close.month().toString(),
                        "--issue-date",
                        close.issued().toString());
            }
        }
    }

    private void keepHouse(LocalDate day) throws IOException {
        for (int age = CHORES_AFTER; age <= CompanyWorld.LATEST_DAYS; age += CHORES_AFTER) {
            chores.perform(day.minusDays(age));
        }
        chores.archive(day.minusDays(CompanyWorld.LATEST_DAYS + 1));
    }

    /** The only acknowledgement: the customer said that it would be back in four days. */
    private void acknowledge(LocalDate day) {
        if (day.equals(CompanyWorld.SILENT_FROM)) {
            command(
                    day,
                    "holds",
                    "ack",
                    "--workspace",
                    CompanyWorld.SILENT,
                    "--reason",
                    "missing",
                    "--until",
                    CompanyWorld.SILENT_TO.toString(),
                    "--note",
                    "the customer rebuilds its cluster");
        }
    }

    private void command(LocalDate day, String... words) {
        given.add(new Given(String.join(" ", words), day, place.billing(nightAfter(day), words)));
    }

    /** The shipped price books. */
    static Path priceBooks() {
        return Workplace.HOME.resolve("config/price-books");
    }
}
