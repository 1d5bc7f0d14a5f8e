package io.billingcenter.domain.invoicing;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.invoicing.NightRun.Job;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.BillingMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Verifies which of the days 27 to 30 of November are done. A run is written as job, day and outcome: {@code +}
 * finished, {@code !} posted and did not finish, {@code -} ended before it posted; {@code >} names the posted day of a
 * rerun. The first day of the database is that of its first run that finished or posted, as determined by the reader.
 */
class NightsTest {

    private static final BillingMonth NOVEMBER = BillingMonth.parse("2026-11");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // no night ever ran, so no day counts
                "| ",
                // every night
                "nightly27+ nightly28+ nightly29+ nightly30+ | ",
                // days before the first night do not count
                "nightly29+ nightly30+ | ",
                // regardless of older days that were run later
                "nightly30+ nightly28+ | ",
                // a day left out
                "nightly27+ nightly29+ nightly30+ | blocks 28",
                "nightly27+ nightly30+ | blocks 28, blocks 29",
                // a night that ended before it posted counts as never run
                "nightly28+ nightly29- nightly30+ | blocks 29",
                // a night that posted can only be finished, and then it is done
                "nightly28+ nightly29+ nightly30! | forbids 30",
                "nightly28+ nightly29+ nightly30! nightly30- | forbids 30",
                "nightly28+ nightly29+ nightly30! nightly30+ | ",
                "nightly28+ nightly29! nightly30+ | forbids 29",
                // an interrupted repeat of a finished night
                "nightly29+ nightly30+ nightly30! | forbids 30",
                "nightly29+ nightly30+ nightly30! nightly30! nightly30+ | ",
                // by stages, in any order of days
                "meter29+ bill29+ settle29+ deliver29+ meter30+ bill30+ settle30+ deliver30+ | ",
                "meter29+ meter30+ bill29+ bill30+ settle30+ settle29+ deliver30+ deliver29+ | ",
                "meter29+ bill29+ settle29+ meter30+ bill30+ settle30+ deliver30+ | blocks 29",
                "meter30+ bill30! | forbids 30",
                "meter30+ bill30! bill30+ settle30+ deliver30+ | ",
                // an interrupted night can be finished by its stages, but not by stages that ran before it
                "meter30+ bill30+ settle30+ deliver30+ nightly30! | forbids 30",
                "nightly30! meter30+ bill30+ settle30+ deliver30+ | ",
                "nightly30! bill30+ settle30+ deliver30+ | forbids 30",
                // an interrupted rerun, by its posted day
                "nightly30+ rerun30>30! | forbids 30",
                "nightly30+ rerun30>30! rerun30>30+ | ",
                "nightly30+ rerun30>30! nightly30+ | ",
                "nightly29+ nightly30+ rerun29>30! nightly29+ | forbids 29",
                "nightly29+ nightly30+ rerun29>31! | ",
                "nightly29+ nightly30+ rerun29>30- | "
            })
    void tellsWhatIsNotDone(String runs, String expected) {
        List<NightRun> list = runs == null ? List.of() : runs(runs);
        BillingDay first = list.stream()
                .filter(run -> run.job() != Job.RERUN && (run.finished() || run.posted()))
                .map(NightRun::day)
                .findFirst()
                .orElse(null);
        String found = new Nights(first, list)
                .notDone(NOVEMBER).stream()
                        .map(finding -> finding.effect().text() + " "
                                + finding.day().date().getDayOfMonth())
                        .collect(Collectors.joining(", "));
        assertThat(found).isEqualTo(expected == null ? "" : expected);
    }

    private static List<NightRun> runs(String text) {
        List<NightRun> runs = new ArrayList<>();
        for (String run : text.trim().split(" ")) {
            String job = run.replaceAll("[0-9>!+-].*", "");
            String[] days = run.substring(job.length(), run.length() - 1).split(">");
            char end = run.charAt(run.length() - 1);
            runs.add(new NightRun(
                    runs.size() + 1,
                    Job.valueOf(job.toUpperCase(Locale.ROOT)),
                    day(days[0]),
                    "",
                    day(days[days.length - 1]),
                    end == '+',
                    end != '-'));
        }
        return runs;
    }

    private static BillingDay day(String number) {
        return number.equals("31") ? BillingDay.parse("2026-12-01") : BillingDay.parse("2026-11-" + number);
    }
}
