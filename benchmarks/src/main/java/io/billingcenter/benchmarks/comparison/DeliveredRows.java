package io.billingcenter.benchmarks.comparison;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.billingcenter.domain.digest.Digests;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Compares the files that two sides delivered. */
final class DeliveredRows {

    private static final int MAX_SHOWN = 10;
    private static final String CSV = ".csv";

    private DeliveredRows() {}

    /**
     * Compares files row for row, in both profiles.
     *
     * @param files names of the files
     * @return number of rows that were compared, headers included
     * @throws DifferentRowsException if a row differs; the message names such rows
     */
    static long requireSameRows(List<String> files, NightSide left, NightSide right) throws IOException {
        long rows = 0;
        for (String file : files) {
            for (String path : List.of(file, "excel/" + file)) {
                rows += requireSameRows(path, left, right);
            }
        }
        return rows;
    }

    /**
     * Compares all files of tables by their digests.
     *
     * @return the common digest
     * @throws DifferentRowsException if a file differs, or is on one side only; the message names such files
     */
    static String requireSameFiles(NightSide left, NightSide right) throws IOException {
        List<String> leftFiles = digests(left.delivered());
        List<String> rightFiles = digests(right.delivered());
        if (leftFiles.isEmpty() || !leftFiles.equals(rightFiles)) {
            throw new DifferentRowsException("Expected the same files of both sides, found only of " + left.name() + " "
                    + without(leftFiles, rightFiles) + " and only of " + right.name() + " "
                    + without(rightFiles, leftFiles));
        }
        return Digests.sha256(String.join("\n", leftFiles));
    }

    private static long requireSameRows(String path, NightSide left, NightSide right) throws IOException {
        List<String> differences = new ArrayList<>();
        long rows = 0;
        long different = 0;
        try (BufferedReader leftRows = Files.newBufferedReader(left.delivered().resolve(path), UTF_8);
                BufferedReader rightRows =
                        Files.newBufferedReader(right.delivered().resolve(path), UTF_8)) {
            String leftRow = leftRows.readLine();
            String rightRow = rightRows.readLine();
            while (leftRow != null || rightRow != null) {
                rows++;
                if (!Objects.equals(leftRow, rightRow) && different++ < MAX_SHOWN) {
                    differences.add("row " + rows + ": " + leftRow + " and " + rightRow);
                }
                leftRow = leftRows.readLine();
                rightRow = rightRows.readLine();
            }
        }
        if (different > 0 || rows < 2) {
            throw new DifferentRowsException("Expected the same rows of " + path + " by " + left.name() + " and by "
                    + right.name() + ", found " + rows + " rows, of which " + different + " differ: " + differences);
        }
        return rows;
    }

    private static List<String> digests(Path folder) throws IOException {
        List<String> digests = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(CSV)).sorted().toList()) {
                digests.add(folder.relativize(file) + " " + Digests.sha256(Files.readString(file, UTF_8)));
            }
        }
        return digests;
    }

    private static List<String> without(List<String> files, List<String> others) {
        return files.stream().filter(file -> !others.contains(file)).toList();
    }
}
