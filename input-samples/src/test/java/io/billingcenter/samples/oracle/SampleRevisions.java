package io.billingcenter.samples.oracle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Revisions of the delivered folders: a folder whose files have changed is delivered anew beside the earlier one. */
final class SampleRevisions {

    private final Map<String, List<Map<String, SampleTable>>> periods = new TreeMap<>();

    /** Delivers the files of a day or month, by their names, unless they are those of the newest revision. */
    void deliver(String period, Map<String, SampleTable> files) {
        List<Map<String, SampleTable>> revisions = periods.computeIfAbsent(period, any -> new ArrayList<>());
        if (revisions.isEmpty() || !revisions.get(revisions.size() - 1).equals(files)) {
            revisions.add(files);
        }
    }

    /** Days and months that were delivered. */
    List<String> periods() {
        return List.copyOf(periods.keySet());
    }

    /** Every file of every revision by its path in the output folder. */
    Map<String, SampleTable> files() {
        Map<String, SampleTable> files = new LinkedHashMap<>();
        periods.forEach((period, revisions) -> {
            for (int revision = 0; revision < revisions.size(); revision++) {
                String folder = period + "/r" + (revision + 1) + "/";
                revisions.get(revision).forEach((name, table) -> files.put(folder + name, table));
            }
        });
        return files;
    }
}
