package io.billingcenter.readers.files.traffic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.metering.fold.MeteredDay;
import io.billingcenter.domain.metering.fold.Slice;
import io.billingcenter.domain.usage.Rejection;
import io.billingcenter.readers.files.traffic.Traffic.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The slices of a day add up to the day, whatever the files: every figure, and the same rejections. */
class SlicesTest {

    private static final String[] PROJECTS = {"logging", "ts", "datakit", "keyevent", "object", "unknown"};

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void addUpToTheDay(long seed) throws IOException {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int round = 0; round < 25; round++) {
            List<Path> files = files(random);
            Result whole = Traffic.read(new PlainTrafficReader(4096), files);
            for (int count = 1; count <= 7; count++) {
                assertSlices(new FastTrafficReader(4096), files, count, whole);
                assertSlices(new PlainTrafficReader(4096), files, count, whole);
            }
        }
    }

    private static void assertSlices(TrafficReader reader, List<Path> files, int count, Result whole)
            throws IOException {
        List<Rejection> rejections = new ArrayList<>();
        MeteredDay sum = null;
        for (int index = count - 1; index >= 0; index--) {
            MeteredDay slice =
                    reader.read(Traffic.DAY, files, Traffic.TERMS.of(new Slice(index, count)), rejections::add);
            sum = sum == null ? slice : sum.plus(slice);
        }
        assertThat(sum).as("%d slices", count).isEqualTo(whole.day());
        assertThat(rejections).containsExactlyInAnyOrderElementsOf(whole.rejections());
    }

    private List<Path> files(RandomGenerator random) throws IOException {
        NastyTraffic traffic = new NastyTraffic(random);
        List<Path> files = new ArrayList<>();
        for (int number = 0; number < 3; number++) {
            files.add(Traffic.file(folder, number + ".csv", traffic.log()));
            files.add(Traffic.file(folder, number + ".csv.gz", traffic.compressed(traffic.log(), true)));
        }
        StringBuilder rows = new StringBuilder();
        for (int number = 0; number < 20; number++) {
            int figure = random.nextInt(1_000);
            rows.append("{\"time\":1795219200000,\"__docid\":\"r-").append(random.nextInt(15));
            rows.append("\",\"workspaceUUID\":\"w\",\"project\":\"").append(PROJECTS[random.nextInt(6)]);
            rows.append("\",\"sub_project\":\"s").append(random.nextInt(5)).append("\",\"hour_count\":");
            rows.append(figure).append(",\"count\":").append(figure).append("}\n");
        }
        files.add(Traffic.file(folder, "rows.ndjson", rows.toString().getBytes(UTF_8)));
        return files;
    }
}
