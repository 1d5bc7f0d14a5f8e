package io.billingcenter.benchmarks.comparison;

import io.billingcenter.benchmarks.files.FileTrees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs {@link DuckDbNight} in a JVM of its own. */
final class DuckDbNightProgram implements NightSide {

    private static final String MAIN = "io.billingcenter.benchmarks.DuckDbNightly";

    private final Path home;
    private final NightPlace place;
    private final NightOptions options;
    private List<String> javaArguments = List.of();

    DuckDbNightProgram(Path home, NightPlace place, NightOptions options) {
        this.home = home;
        this.place = place;
        this.options = options;
    }

    @Override
    public String name() {
        return "DuckDB";
    }

    @Override
    public void prepare() throws IOException {
        javaArguments = DuckDbProgram.javaArguments(place.work().resolve("duckdb"));
    }

    @Override
    public NightRun run() throws IOException, InterruptedException {
        FileTrees.empty(delivered());
        List<String> line = new ArrayList<>(javaArguments);
        line.add(MAIN);
        line.addAll(List.of("--traffic", place.traffic().toString()));
        line.addAll(List.of("--reference", place.reference().toString()));
        line.addAll(List.of("--price-books", home.resolve("config/price-books").toString()));
        line.addAll(
                List.of("--day", place.day().toString(), "--out", delivered().toString()));
        line.addAll(List.of("--threads", Integer.toString(options.threads())));
        line.addAll(List.of("--memory-limit", options.duckDbMemory()));
        ProcessUsage usage = MeasuredProcess.run(line, Map.of(), place.work(), "duckdb-night.log");
        return new NightRun(usage, 0, new StepTimes(Map.of()));
    }

    @Override
    public Path delivered() {
        return place.work().resolve("duckdb-out");
    }

    @Override
    public void finish() {
        // Its files do not disturb anybody.
    }
}
