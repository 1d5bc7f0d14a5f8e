package io.billingcenter.readers.tables.explain;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/** The order in which the files of a workspace-day are read: by name as UTF-8 bytes, whatever order the database has. */
final class TrafficFileOrder {

    static final Comparator<String> COMPARATOR = (left, right) ->
            Arrays.compareUnsigned(left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));

    private TrafficFileOrder() {}
}
