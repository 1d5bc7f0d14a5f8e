package io.billingcenter.benchmarks.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.time.BillingDay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BillingProgramTest {

    @TempDir
    private Path folder;

    @Test
    void runsThatListOrArchiveClassesAreRepeated() throws Exception {
        BillingProgram program = program();
        program.importReference(folder);
        program.meter(folder, 2);
        assertThat(folder.resolve("runs")).hasContent("import \nmeter \nmeter \nmeter \n");
        program.meter(folder, 2);
        assertThat(folder.resolve("runs")).hasContent("import \nmeter \nmeter \nmeter \nmeter \n");
    }

    @Test
    void anArchiveThatIsThereIsUsed() throws Exception {
        BillingProgram program = program();
        Files.createFile(folder.resolve("jobs/target/app/made.jsa"));
        program.importReference(folder);
        program.meter(folder, 2);
        assertThat(folder.resolve("runs")).hasContent("import \nmeter \n");
    }

    /** Returns a launcher that records how it is started, lists classes when it meters without an archive, and makes one of the list. */
    private BillingProgram program() throws IOException {
        Path application = Files.createDirectories(folder.resolve("jobs/target/app"));
        Path jar = Files.createFile(application.resolve("billing-jobs-app.jar"));
        Files.setLastModifiedTime(jar, FileTime.fromMillis(1));
        Path launcher = Files.createFile(
                folder.resolve("billing"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.writeString(launcher, """
                #!/bin/sh
                echo "$1 $BILLING_JAVA_OPTS" >> '%s/runs'
                cd '%s'
                if [ -f made.lst ]; then
                    mv made.lst made.jsa
                elif [ "$1" = meter ] && [ ! -f made.jsa ]; then
                    touch made.lst
                fi
                """.formatted(folder, application));
        Path work = Files.createDirectory(folder.resolve("work"));
        return new BillingProgram(folder, work, BillingDay.parse("2026-10-15"), new SuiteOptions());
    }
}
