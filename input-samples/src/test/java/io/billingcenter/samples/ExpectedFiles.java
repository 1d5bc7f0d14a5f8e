package io.billingcenter.samples;

import io.billingcenter.samples.FigureCheck.Finding;
import io.billingcenter.samples.oracle.SampleCalculation;
import io.billingcenter.samples.oracle.SampleTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** The files of a scenario as they are committed, as the suite delivers them now, and as the second calculation has them. */
final class ExpectedFiles {

    private static final SampleTable NO_SUCH_FILE = new SampleTable(List.of(), 0, List.of());

    /** The comparison of a file with the committed one. */
    enum Standing {
        /** As committed, and every figure is confirmed. */
        UNCHANGED,
        /** Not as committed, and every figure is confirmed. */
        CONFIRMED,
        /** Not as committed, also in words beside figures that are the same; every figure is confirmed. */
        OTHER_TEXTS,
        /** With figures that are not confirmed, whether as committed or not. */
        CONTRADICTED
    }

    /** The result for one file; the findings are empty unless it is contradicted. */
    record Verdict(String file, Standing standing, List<Finding> findings) {}

    private final Scenario scenario;
    private final Map<String, String> committed;
    private final Map<String, String> delivered;
    private final Map<String, SampleTable> calculated;

    private ExpectedFiles(
            Scenario scenario,
            Map<String, String> committed,
            Map<String, String> delivered,
            Map<String, SampleTable> calculated) {
        this.scenario = scenario;
        this.committed = committed;
        this.delivered = delivered;
        this.calculated = calculated;
    }

    /**
     * Bills the scenario by the second calculation, for comparison with what was delivered.
     *
     * @throws IllegalArgumentException if the scenario has a step that the second calculation does not know
     */
    static ExpectedFiles of(Scenario scenario, Map<String, String> delivered, Path priceBooks) throws IOException {
        Map<String, SampleTable> calculated = new TreeMap<>(SampleCalculation.of(scenario.folder(), priceBooks));
        // A scenario without bad records has no file of them.
        if (calculated.get(Scenario.QUARANTINE).rows().isEmpty()) {
            calculated.remove(Scenario.QUARANTINE);
        }
        return new ExpectedFiles(scenario, scenario.expected(), delivered, calculated);
    }

    /** The verdicts on all files that are committed, delivered or calculated, sorted by path. */
    List<Verdict> verdicts() {
        TreeSet<String> files = new TreeSet<>(committed.keySet());
        files.addAll(delivered.keySet());
        files.addAll(calculated.keySet());
        return files.stream().map(this::verdict).toList();
    }

    private Verdict verdict(String file) {
        Optional<String> before = Optional.ofNullable(committed.get(file));
        Optional<String> now = Optional.ofNullable(delivered.get(file));
        List<Finding> findings = findings(file);
        if (!findings.isEmpty()) {
            return new Verdict(file, Standing.CONTRADICTED, findings);
        }
        if (before.equals(now)) {
            return new Verdict(file, Standing.UNCHANGED, findings);
        }
        boolean texts =
                before.isPresent() && now.isPresent() && FigureCheck.differsInTexts(file, before.get(), now.get());
        return new Verdict(file, texts ? Standing.OTHER_TEXTS : Standing.CONFIRMED, findings);
    }

    private List<Finding> findings(String file) {
        String now = delivered.get(file);
        SampleTable table = calculated.getOrDefault(file, NO_SUCH_FILE);
        if (now == null) {
            boolean expected = calculated.containsKey(file);
            return expected ? List.of(new Finding(file, 0, "", "one", "none")) : List.of();
        }
        if (!calculated.containsKey(file)) {
            return List.of(new Finding(file, 0, "", "none", "one"));
        }
        return FigureCheck.findings(file, now, table);
    }

    /** The number of figures that were compared. */
    long figures() {
        return delivered.entrySet().stream()
                .mapToLong(file -> FigureCheck.figures(file.getKey(), file.getValue()))
                .sum();
    }

    /** Writes everything that was delivered below a folder, which is emptied before. */
    static void write(Map<String, String> delivered, Path folder) throws IOException {
        Scenario.delete(folder);
        Files.createDirectories(folder);
        for (Map.Entry<String, String> file : delivered.entrySet()) {
            write(folder.resolve(file.getKey()), file.getValue());
        }
    }

    /** Replaces committed files by those delivered; one that is no longer delivered is deleted. */
    List<String> replace(List<Verdict> verdicts, boolean texts) throws IOException {
        List<String> replaced = new ArrayList<>();
        for (Verdict verdict : verdicts) {
            if (verdict.standing() == Standing.CONFIRMED || texts && verdict.standing() == Standing.OTHER_TEXTS) {
                Path file = scenario.expectedFolder().resolve(verdict.file());
                String now = delivered.get(verdict.file());
                if (now == null) {
                    Files.delete(file);
                } else {
                    write(file, now);
                }
                replaced.add(verdict.file());
            }
        }
        return replaced;
    }

    private static void write(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
