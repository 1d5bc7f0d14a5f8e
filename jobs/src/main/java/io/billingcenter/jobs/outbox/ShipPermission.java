package io.billingcenter.jobs.outbox;

import io.billingcenter.readers.tables.installation.InstallationReader;
import io.billingcenter.writers.files.installation.InstallationMarker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The permission of an installation to send: only the one that the settings name has it. A copy of the database or of the folder
 * of delivered files at another place has another id.
 */
final class ShipPermission {

    private final JdbcTemplate jdbc;
    private final Path out;
    private final String armedFor;

    /**
     * Creates a permission.
     *
     * @param out folder of the delivered files
     * @param armedFor id of the installation that may send; empty for none
     */
    ShipPermission(JdbcTemplate jdbc, Path out, String armedFor) {
        this.jdbc = jdbc;
        this.out = out;
        this.armedFor = armedFor.strip();
    }

    /** Returns the reason why nothing may be sent; empty if it may. */
    Optional<String> objection() {
        if (armedFor.isEmpty()) {
            return Optional.of(
                    "billing.delivery.armed-for is not set; this installation is " + found().orElse("not marked yet"));
        }
        Optional<String> id = found();
        if (id.isEmpty() || !id.get().equals(armedFor) || !isAtItsPlace(id.get())) {
            return Optional.of("billing.delivery.armed-for names another installation than this one, which is "
                    + id.orElse("not marked yet"));
        }
        return Optional.empty();
    }

    private Optional<String> found() {
        try {
            return InstallationMarker.read(out).filter(text -> !text.isEmpty());
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to read the marker of " + out + "; make it readable", e);
        }
    }

    private boolean isAtItsPlace(String id) {
        try {
            return new InstallationReader(jdbc)
                    .folderOf(id)
                    .filter(Files.isDirectory(out) ? out.toRealPath().toString()::equals : folder -> false)
                    .isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to read the folder " + out + "; make it readable", e);
        }
    }
}
