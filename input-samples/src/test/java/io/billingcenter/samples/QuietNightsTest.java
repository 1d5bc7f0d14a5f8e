package io.billingcenter.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import io.billingcenter.samples.CompanyNights.Given;
import io.billingcenter.samples.oracle.CompanyWorld;
import io.billingcenter.samples.oracle.World;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Sixty ordinary nights and the closes of their months: no guard stops one or gives it another colour, and the money is
 * that of the second calculation. One silence of a large workspace is one night to look at and one acknowledgement.
 */
class QuietNightsTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 8, 30);
    private static final LocalDate LAST = LocalDate.of(2026, 11, 2);

    @TempDir
    private Path folder;

    @Test
    void areDoneWithoutAWord() throws IOException {
        liveThrough(20_261_001, Databases.HSQLDB);
    }

    static Stream<Arguments> others() {
        return EnumSet.allOf(Databases.class).stream()
                .flatMap(database -> Stream.of(2L, 3L, 4L, 5L, 6L).map(seed -> Arguments.of(seed, database)));
    }

    @ParameterizedTest(name = "seed {0} on {1}")
    @MethodSource("others")
    @Tag("exhaustive")
    void areDoneWithoutAWordInOtherCompanies(long seed, Databases database) throws IOException {
        liveThrough(seed, database);
    }

    private void liveThrough(long seed, Databases database) throws IOException {
        World world = CompanyWorld.of(seed, FIRST, LAST, CompanyNights.priceBooks());
        Workplace place = new Workplace(folder, database.address(folder));
        CompanyNights nights = new CompanyNights(place, seed);
        nights.run(world);

        assertAll(
                () -> assertQuiet(nights.given()),
                () -> assertOneSilence(nights.given()),
                () -> assertThat(nights.chores().performed()).as("chores").isGreaterThan(200),
                () -> assertThat(nights.chores().archived())
                        .as("archived folders")
                        .isGreaterThan(400),
                () -> assertMoney(world, place));
    }

    private static void assertQuiet(List<Given> given) {
        assertThat(given.stream().filter(any -> !isSilence(any)))
                .as("nights and closes with a status other than 0")
                .hasSizeGreaterThan(60)
                .filteredOn(any -> any.answer().status() != 0)
                .isEmpty();
    }

    private static void assertOneSilence(List<Given> given) {
        List<Given> silence = given.stream().filter(QuietNightsTest::isSilence).toList();
        assertThat(silence)
                .extracting(any -> any.answer().status())
                .as(silence.toString())
                .containsExactly(2, 0);
        assertThat(silence.get(0).answer().text()).contains(CompanyWorld.SILENT);
    }

    private static void assertMoney(World world, Workplace place) throws IOException {
        Map<String, List<String>> delivered = RandomWorldsTest.delivered(place);
        world.expected()
                .forEach((file, rows) -> assertThat(delivered.getOrDefault(file, List.of()))
                        .as(file)
                        .containsExactlyElementsOf(rows));
    }

    private static boolean isSilence(Given any) {
        return any.day().equals(CompanyWorld.SILENT_FROM)
                && (any.command().equals("nightly") || any.command().startsWith("holds ack"));
    }
}
