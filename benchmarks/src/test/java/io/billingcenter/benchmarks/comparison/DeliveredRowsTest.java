package io.billingcenter.benchmarks.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveredRowsTest {

    private static final String HEADER = "account_id,amount\r\n";

    @TempDir
    private Path folder;

    @Test
    void rowsOfBothProfilesAreCompared() throws IOException {
        NightSide left = side("left", HEADER + "a1,1.00\r\n", HEADER + "a1,1.00\r\n");
        NightSide right = side("right", HEADER + "a1,1.00\r\n", HEADER + "a1,1.00\r\n");
        assertThat(DeliveredRows.requireSameRows(List.of("lines.csv"), left, right))
                .isEqualTo(4);
    }

    @Test
    void aRowThatDiffersInOneProfileIsNamed() throws IOException {
        NightSide left = side("left", HEADER + "a1,1.00\r\n", HEADER + "a1,1.00\r\n");
        NightSide right = side("right", HEADER + "a1,1.00\r\n", HEADER + "a1,1.01\r\n");
        assertThatThrownBy(() -> DeliveredRows.requireSameRows(List.of("lines.csv"), left, right))
                .isInstanceOf(DifferentRowsException.class)
                .hasMessageContaining("excel/lines.csv", "1 differ: [row 2: a1,1.00 and a1,1.01]");
    }

    @Test
    void aMissingRowIsADifference() throws IOException {
        NightSide left = side("left", HEADER + "a1,1.00\r\na2,1.00\r\n", HEADER);
        NightSide right = side("right", HEADER + "a1,1.00\r\n", HEADER);
        assertThatThrownBy(() -> DeliveredRows.requireSameRows(List.of("lines.csv"), left, right))
                .hasMessageContaining("row 3: a2,1.00 and null");
    }

    @Test
    void filesWithoutRowsAreNoComparison() throws IOException {
        NightSide left = side("left", HEADER, HEADER);
        NightSide right = side("right", HEADER, HEADER);
        assertThatThrownBy(() -> DeliveredRows.requireSameRows(List.of("lines.csv"), left, right))
                .isInstanceOf(DifferentRowsException.class);
    }

    @Test
    void allFilesAreComparedByTheirBytes() throws IOException {
        NightSide left = side("left", "a\r\n", "b");
        NightSide right = side("right", "a\r\n", "b");
        assertThat(DeliveredRows.requireSameFiles(left, right)).hasSize(64);

        Files.writeString(right.delivered().resolve("lines.csv"), "a\n");
        assertThatThrownBy(() -> DeliveredRows.requireSameFiles(left, right))
                .hasMessageContaining("only of left [lines.csv ")
                .hasMessageContaining("only of right [lines.csv ");
    }

    @Test
    void aFileOfOneSideIsADifference() throws IOException {
        NightSide left = side("left", "a", "b");
        NightSide right = side("right", "a", "b");
        Files.writeString(left.delivered().resolve("more.csv"), "");
        assertThatThrownBy(() -> DeliveredRows.requireSameFiles(left, right))
                .hasMessageContaining("only of left [more.csv ")
                .hasMessageContaining("only of right []");
    }

    private NightSide side(String name, String machine, String excel) throws IOException {
        Path delivered = folder.resolve(name);
        Files.createDirectories(delivered.resolve("excel"));
        Files.writeString(delivered.resolve("lines.csv"), machine);
        Files.writeString(delivered.resolve("excel/lines.csv"), excel);
        return new DeliveredSide(name, delivered);
    }

    /** A side that has delivered already. */
    private record DeliveredSide(String name, Path delivered) implements NightSide {

        @Override
        public void prepare() {
            throw new UnsupportedOperationException();
        }

        @Override
        public NightRun run() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void finish() {
            throw new UnsupportedOperationException();
        }
    }
}
