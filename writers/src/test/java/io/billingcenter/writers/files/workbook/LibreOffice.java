package io.billingcenter.writers.files.workbook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** LibreOffice, where it is installed, as a reader of workbooks that is not ours. */
final class LibreOffice {

    private static final String ALL_SHEETS =
            "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1";

    private LibreOffice() {}

    static boolean isInstalled() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "soffice")));
    }

    /** Converts every sheet of a workbook to a file {@code <workbook>-<sheet>.csv} beside it, and returns what was printed. */
    static String convert(Path workbook) throws IOException, InterruptedException {
        Path folder = workbook.toAbsolutePath().getParent();
        Path printed = folder.resolve("soffice.txt");
        Process process = new ProcessBuilder(List.of(
                        "soffice",
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        ALL_SHEETS,
                        "--outdir",
                        folder.toString(),
                        workbook.toString()))
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("Expected LibreOffice to end within 120 seconds");
        }
        return Files.readString(printed, StandardCharsets.UTF_8);
    }
}
