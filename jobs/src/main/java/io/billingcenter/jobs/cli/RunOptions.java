package io.billingcenter.jobs.cli;

import io.billingcenter.config.StagingSettings;
import io.billingcenter.jobs.launch.DatabaseAddress;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options for folders, database and settings; each replaces a setting of {@code config/application.yml}. */
final class RunOptions {

    @Option(
            names = "--traffic",
            paramLabel = "DIR|URL",
            description = "Folder of the traffic logs, or a store: sftp://user@host/folder, s3://bucket/prefix.")
    private @Nullable String traffic;

    @Option(names = "--reference", paramLabel = "DIR", description = "Folder of the reference files.")
    private @Nullable Path reference;

    @Option(names = "--price-books", paramLabel = "DIR", description = "Folder of the price books.")
    private @Nullable Path priceBooks;

    @Option(names = "--out", paramLabel = "DIR", description = "Folder of the delivered files.")
    private @Nullable Path out;

    @Option(
            names = "--db",
            paramLabel = "PATH|URL",
            description = "Embedded database at PATH, or a JDBC URL (jdbc:postgresql://host/name).")
    private @Nullable String db;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "Any setting of config/application.yml, for example --set billing.metering.threads=2.")
    private Map<String, String> settings = Map.of();

    /** Returns the settings of the options by name; paths are relative to the working directory. */
    Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>(settings);
        if (traffic != null && StagingSettings.isRemote(traffic)) {
            properties.put("billing.traffic", traffic);
        } else {
            putPath(properties, "billing.traffic", traffic == null ? null : Path.of(traffic));
        }
        putPath(properties, "billing.reference", reference);
        putPath(properties, "billing.price-books", priceBooks);
        putPath(properties, "billing.out", out);
        if (db != null) {
            properties.put(
                    "billing.db",
                    DatabaseAddress.isPath(db) ? Path.of(db).toAbsolutePath().toString() : db);
        }
        return properties;
    }

    private static void putPath(Map<String, Object> properties, String name, @Nullable Path path) {
        if (path != null) {
            properties.put(name, path.toAbsolutePath().toString());
        }
    }
}
