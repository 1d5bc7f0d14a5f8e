package io.billingcenter.config;

import io.billingcenter.domain.outbox.Route;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A receiver of delivered files. A setting that ends in {@code File} names a file with a secret, or {@code env:} and the name of an
 * environment variable with it; no setting is a secret itself.
 *
 * @param kind way to the receiver
 * @param address address of the receiver: a folder, {@code sftp://user@host/folder}, {@code s3://bucket/prefix}, {@code smtps://host} or
 *     {@code https://host/path}
 * @param what kinds of files that are sent
 * @param formats endings of file names that are sent; empty for all
 * @param profile audience of the CSV files of days and months
 * @param accounts accounts whose files are sent, or {@code all} to send mail to each account; empty for files of all accounts together
 * @param knownHosts file with the host keys of an SFTP server
 * @param key file with the private key of an SFTP user
 * @param verify {@code digest} to read files back from an SFTP server, {@code size} to compare sizes only
 * @param rename whether files get their names after they have been written to an SFTP server
 * @param endpoint address of an object store
 * @param pathStyle whether the bucket is in the path of requests
 * @param conditionalWrites whether the object store refuses to replace an object when it is asked to
 * @param checksums {@code when-required} for object stores that refuse checksums
 * @param user user of a mail server; empty for none
 * @param from sender of mail
 * @param to receivers of mail
 * @param attach whether mail has the files attached
 * @param link address below which people find the files, for mail; empty for none
 */
public record TargetSettings(
        Kind kind,
        String address,
        @DefaultValue("files") List<String> what,
        @DefaultValue List<String> formats,
        @DefaultValue("all") Route.Profile profile,
        @DefaultValue List<String> accounts,
        @DefaultValue("config/known_hosts") String knownHosts,
        @DefaultValue("") String key,
        @DefaultValue("") String keyPasswordFile,
        @DefaultValue("") String passwordFile,
        @DefaultValue("digest") Verify verify,
        @DefaultValue("true") boolean rename,
        @DefaultValue("") String endpoint,
        @DefaultValue("us-east-1") String region,
        @DefaultValue("false") boolean pathStyle,
        @DefaultValue("") String accessKeyFile,
        @DefaultValue("") String secretKeyFile,
        @DefaultValue("true") boolean conditionalWrites,
        @DefaultValue("when-supported") Checksums checksums,
        @DefaultValue("") String user,
        @DefaultValue("") String from,
        @DefaultValue List<String> to,
        @DefaultValue("false") boolean attach,
        @DefaultValue("") String link,
        @DefaultValue("") String secretFile) {

    private static final String ALL_ACCOUNTS = "all";

    /** The ways to a receiver. */
    public enum Kind {
        /** Another folder, like that of a mounted share. */
        FOLDER,
        /** An SFTP server. */
        SFTP,
        /** An S3-compatible object store. */
        S3,
        /** Mail: a notice, with or without the files. */
        MAIL,
        /** A signed HTTP request with the manifest. */
        WEBHOOK
    }

    /** The comparison of a file at an SFTP server. */
    public enum Verify {
        /** By its content, which is read back. */
        DIGEST,
        /** By its size. */
        SIZE
    }

    /** The requests to an object store that have checksums. */
    public enum Checksums {
        /** All that may have one. */
        WHEN_SUPPORTED,
        /** Those that must have one. */
        WHEN_REQUIRED
    }

    /** Checks what needs no connection; {@code setting} is the name of the target in messages. */
    void check(String setting) {
        if (kind == null || address == null || address.isBlank()) {
            throw new IllegalArgumentException(
                    "Expected " + setting + ".kind and " + setting + ".address to be set, found nothing");
        }
        try {
            route();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(setting + ": " + e.getMessage(), e);
        }
        if (kind != Kind.MAIL && accounts.contains(ALL_ACCOUNTS)) {
            throw new IllegalArgumentException(
                    "Expected " + setting + ".accounts to be a list of accounts, found 'all',"
                            + " which is for mail only; leave it out to send the files of all accounts");
        }
        if (kind != Kind.MAIL && what.contains("totals")) {
            throw new IllegalArgumentException(
                    "Expected " + setting
                            + ".what to be kinds of files, found 'totals', which is for mail only; a target of another kind gets files");
        }
        if (kind == Kind.MAIL && (from.isBlank() || accounts.isEmpty() == to.isEmpty())) {
            throw new IllegalArgumentException(
                    "Expected " + setting + ".from and either " + setting + ".to or " + setting
                            + ".accounts, found " + (from.isBlank() ? "no sender" : to.isEmpty() ? "neither" : "both")
                            + "; mail goes to fixed receivers, or to each account with its own files");
        }
    }

    /** Returns the files that the target gets. */
    public Route route() {
        Set<String> endings = new TreeSet<>();
        formats.forEach(format -> endings.add(format.toLowerCase(Locale.ROOT)));
        return new Route(Set.copyOf(what), endings, profile, selectedAccounts(), isForEachAccount());
    }

    private @Nullable Set<String> selectedAccounts() {
        return accounts.isEmpty() || accounts.contains(ALL_ACCOUNTS) ? null : Set.copyOf(accounts);
    }

    /** Returns whether each account has a mail of its own. */
    public boolean isForEachAccount() {
        return kind == Kind.MAIL && !accounts.isEmpty();
    }
}
