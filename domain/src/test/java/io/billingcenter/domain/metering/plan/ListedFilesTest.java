package io.billingcenter.domain.metering.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.metering.plan.ListedTask.ListedFile;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Listed files survive the conversion to text and back. */
class ListedFilesTest {

    @Test
    void anyNameSurvives() {
        List<ListedFile> files = List.of(
                new ListedFile("a.csv", 1, Instant.EPOCH),
                new ListedFile(
                        " b\n;|\\'\"\u2028.ndjson.gz", Long.MAX_VALUE, Instant.parse("2026-11-21T01:02:03.000000004Z")),
                new ListedFile("\uD83D\uDE00.csv", 0, Instant.parse("1969-12-31T23:59:59Z")));
        assertThat(ListedFiles.parse(ListedFiles.format(files))).isEqualTo(files);
    }

    @Test
    void noFilesAreAnEmptyText() {
        assertThat(ListedFiles.format(List.of())).isEmpty();
        assertThat(ListedFiles.parse("")).isEmpty();
    }
}
