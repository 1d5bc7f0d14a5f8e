package io.billingcenter.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Checks that a feature has one name in all modules: every package of a module that reads, writes, stores or runs a feature has
 * the name of the package of its rules, {@code domain.<feature>}, or is listed here as technical.
 */
class FeatureWordsTest {

    /** The folders whose packages are named by features, with the technical packages of each. */
    private static final Map<String, Set<String>> TECHNICAL = Map.of(
            // csv: the syntax of CSV files, shared by all that are read; traffic: the files themselves, whose records
            // the
            // domain knows as usage and counts in metering.
            "readers/files",
            Set.of("csv", "traffic"),
            // paging: pages and ranges of keys for all queries; upgrade: tables of earlier versions.
            "readers/tables",
            Set.of("paging", "upgrade"),
            "writers/files",
            Set.of(),
            // The ways on which delivered files go to receivers, by kind.
            "writers/channels",
            Set.of("folder", "mail", "object", "sftp", "webhook"),
            // upgrade: as in readers/tables.
            "writers/tables",
            Set.of("upgrade"),
            // cli: the command line; launch: the application, its database and its runs; nightly: the order of the
            // stages; progress: the display of progress; summary: the text at the end of a run; upgrade: databases of
            // earlier versions.
            "jobs",
            Set.of("cli", "launch", "nightly", "progress", "summary", "upgrade"),
            // digest: digests of rows of any table.
            "schema",
            Set.of("digest"));

    @Test
    void everyFeatureHasOneName() {
        Set<String> features = new TreeSet<>(Sources.packagesUnder("domain", "domain"));
        List<String> unknown = new ArrayList<>();
        for (Map.Entry<String, Set<String>> folder : new TreeMap<>(TECHNICAL).entrySet()) {
            for (String name : packages(folder.getKey())) {
                if (!features.contains(name) && !folder.getValue().contains(name)) {
                    unknown.add(folder.getKey() + "/" + name);
                }
            }
        }

        assertThat(features).contains("metering", "billing", "invoicing", "settlement", "reconciliation");
        assertThat(unknown).as("neither a feature of the domain nor technical").isEmpty();
    }

    @Test
    void noTechnicalPackageIsListedThatDoesNotExist() {
        TECHNICAL.forEach((folder, technical) ->
                assertThat(packages(folder)).as(folder).isNotEmpty().containsAll(technical));
    }

    @Test
    void readersAndWritersAreDividedIntoFilesAndTables() {
        assertThat(Sources.packagesUnder("readers", "readers")).containsExactly("files", "tables");
        assertThat(Sources.packagesUnder("writers", "writers")).containsExactly("channels", "files", "tables");
    }

    private static List<String> packages(String folder) {
        return Sources.packagesUnder(folder.replaceFirst("/.*", ""), folder);
    }
}
