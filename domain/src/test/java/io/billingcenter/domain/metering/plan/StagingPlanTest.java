package io.billingcenter.domain.metering.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file is written as its name and version, {@code a1}; a known one also says whether it is listed and fetched. */
class StagingPlanTest {

    private static final WorkspaceDay DAY = new WorkspaceDay(new WorkspaceId("ws-0"), BillingDay.parse("2026-10-15"));

    /** Known: {@code a1:lf} was listed and is fetched, {@code a1:l} was dropped, {@code a1:f} is archived, {@code a1} gone. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // listed, being written, known, lost copies, fetched, gone, archived, back
                "a1 b1,-,-,-,a1 b1,-,-,-",
                "a1 b1,-,a1:lf b1:lf,-,-,-,-,-",
                "a2 b1,-,a1:lf b1:lf,-,a2,-,-,-",
                "a1 b1,-,a1:lf,-,b1,-,-,-",
                "a1 b1,-,a1:lf b1:lf,b1,b1,-,-,-",
                "a1,-,a1:lf b1:lf,-,-,b1,-,-",
                "a1,-,a1:lf b1,-,-,-,-,-",
                "-,-,a1:lf b1:lf,-,-,-,a1 b1,-",
                "-,-,a1:f b1:f,-,-,-,-,-",
                "a1,-,a1:f b1:f,-,-,b1,-,a1",
                "a1 b1,-,a1:l b1:l,-,-,-,-,-",
                "a1 b1 c1,-,a1:l b1:l,-,c1 a1 b1,-,-,-",
                "a1 b2,-,a1:l b1:l,-,b2 a1,-,-,-",
                "a1,-,a1:l b1:l,-,-,b1,-,-",
                "a1 b1,-,a1:lf b1,-,b1,-,-,-",
                "a1,b2,a1:lf b1:lf,-,-,-,-,-",
                "a1,b1,a1:lf,-,-,-,-,-",
                "-,b1,a1:lf b1:lf,-,-,a1,-,-",
            })
    void plansWhatChanged(
            String whole,
            String unfinished,
            String known,
            String lost,
            String fetched,
            String gone,
            String archived,
            String back) {
        StagingPlan plan = plan(whole, unfinished, known, lost, false);
        assertThat(names(plan.fetched())).isEqualTo(words(fetched));
        assertThat(namesOfStaged(plan.gone())).isEqualTo(words(gone));
        assertThat(namesOfStaged(plan.archived())).isEqualTo(words(archived));
        assertThat(namesOfStaged(plan.back())).isEqualTo(words(back));
        assertThat(plan.isEmpty()).isEqualTo(fetched == null && gone == null && archived == null && back == null);
    }

    /** An interrupted removal, or a person, left the folder of a dropped day. */
    @Test
    void fetchesDroppedFilesOfADayWithAFolder() {
        assertThat(names(plan("a1 b1", null, "a1:l b1:l", null, true).fetched()))
                .containsExactly("a1", "b1");
    }

    @Test
    void anotherVersionOfTheSameSecondHasAnotherTimeOfChange() {
        RemoteFile one = file("a1");
        assertThat(file("a2").changed()).isNotEqualTo(one.changed());
        assertThat(file("a1").changed()).isEqualTo(one.changed());
        assertThat(one.changed()).isBetween(one.modified(), one.modified().plusMillis(1000));
        assertThat(one.changed().getNano() % 1000).isZero();
        RemoteFile withoutVersion = new RemoteFile(DAY, "a", 3, Instant.parse("2026-10-16T01:02:03.9Z"), "");
        assertThat(withoutVersion.changed()).isEqualTo("2026-10-16T01:02:03Z");
    }

    private static StagingPlan plan(String whole, String unfinished, String known, String lost, boolean isStaged) {
        List<RemoteFile> files =
                words(whole).stream().map(StagingPlanTest::file).toList();
        Set<String> listed = files.stream().map(RemoteFile::name).collect(Collectors.toSet());
        words(unfinished).forEach(word -> listed.add(word.substring(0, 1)));
        return StagingPlan.of(
                listed,
                files,
                words(known).stream().map(StagingPlanTest::staged).toList(),
                file -> !words(lost).contains(file.name() + file.version()),
                isStaged);
    }

    private static RemoteFile file(String word) {
        return new RemoteFile(
                DAY, word.substring(0, 1), 3, Instant.parse("2026-10-16T01:02:03Z"), word.substring(1, 2));
    }

    private static StagedFile staged(String word) {
        return new StagedFile(file(word), word.contains("l"), word.contains("f"));
    }

    private static List<String> words(String text) {
        return text == null ? List.of() : Arrays.asList(text.split(" "));
    }

    private static List<String> names(Collection<RemoteFile> files) {
        return files.stream().map(file -> file.name() + file.version()).toList();
    }

    private static List<String> namesOfStaged(Collection<StagedFile> files) {
        return names(files.stream().map(StagedFile::file).toList());
    }
}
