package io.billingcenter.benchmarks.comparison;

import io.billingcenter.domain.time.BillingDay;
import java.nio.file.Path;

/**
 * The place of nights.
 *
 * @param data folder with {@code traffic} and {@code reference}
 * @param work folder for databases, files and logs
 * @param day the billing day
 */
record NightPlace(Path data, Path work, BillingDay day) {

    Path traffic() {
        return data.resolve("traffic");
    }

    Path reference() {
        return data.resolve("reference");
    }
}
