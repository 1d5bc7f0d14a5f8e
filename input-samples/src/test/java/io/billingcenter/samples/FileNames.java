package io.billingcenter.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

/** Names of files that the locale of this process may be unable to write. */
final class FileNames {

    /** UTF-8, in octal as a shell's {@code printf} takes it. */
    private static final String CHINESE = "\\346\\227\\245\\345\\277\\227-01.ndjson";

    private FileNames() {}

    /** Gives a file a name that is not ASCII, in UTF-8. */
    static void moveToChineseName(Path file) throws Exception {
        Process move = new ProcessBuilder(
                        "sh",
                        "-c",
                        "mv \"$1\" \"$2/$(printf '" + CHINESE + "')\"",
                        "sh",
                        file.toString(),
                        file.getParent().toString())
                .inheritIO()
                .start();
        assertThat(move.waitFor()).isZero();
    }
}
