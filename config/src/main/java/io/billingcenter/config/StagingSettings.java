package io.billingcenter.config;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of traffic on another machine, prefix {@code billing.staging}. They are used only if {@code billing.traffic} is an
 * address like {@code sftp://user@host/folder} or {@code s3://bucket/prefix}.
 *
 * @param folder folder into which the files are copied
 * @param threads number of files that are fetched at once
 * @param quietSeconds age from which a file on an SFTP server counts as whole
 * @param keepDays days after which the copies of a read day are removed; 0 keeps them
 * @param sftp identity of both sides of an SFTP connection
 * @param s3 the object store of the bucket
 */
public record StagingSettings(
        @DefaultValue("var/traffic") String folder,
        @DefaultValue("8") int threads,
        @DefaultValue("60") int quietSeconds,
        @DefaultValue("0") int keepDays,
        @DefaultValue Sftp sftp,
        @DefaultValue S3 s3) {

    private static final int MOST_THREADS = 64;

    /** Checks the ranges. */
    public StagingSettings {
        if (folder.isBlank()) {
            throw new IllegalArgumentException("Expected billing.staging.folder to be set, found nothing");
        }
        if (threads < 1 || threads > MOST_THREADS) {
            throw new IllegalArgumentException(
                    "Expected billing.staging.threads to be from 1 to " + MOST_THREADS + ", found " + threads);
        }
        if (quietSeconds < 0) {
            throw new IllegalArgumentException(
                    "Expected billing.staging.quiet-seconds to be at least 0, found " + quietSeconds);
        }
        if (keepDays < 0) {
            throw new IllegalArgumentException(
                    "Expected billing.staging.keep-days to be at least 0, found " + keepDays);
        }
    }

    /**
     * The identities of an SFTP server and its user. A secret is the path of a file or {@code env:} and the name of an environment
     * variable.
     *
     * @param knownHosts file with the key of the server, in the format of OpenSSH
     * @param key file with the private key of the user; empty for a password
     * @param keyPasswordFile secret that decrypts the private key; empty for a plain one
     * @param passwordFile secret of the user; empty for a key
     */
    public record Sftp(
            @DefaultValue("config/known_hosts") String knownHosts,
            @DefaultValue("") String key,
            @DefaultValue("") String keyPasswordFile,
            @DefaultValue("") String passwordFile) {}

    /**
     * The object store of a bucket. A secret is the path of a file or {@code env:} and the name of an environment variable.
     *
     * @param endpoint address of the store
     * @param region name of the region
     * @param pathStyle whether the bucket is in the path of requests instead of in the name of the host
     * @param accessKeyFile secret with the access key
     * @param secretKeyFile secret with the secret key
     * @param conditionalWrites whether the store can refuse to replace an object
     * @param checksumsWhenRequired whether checksums are sent only where the protocol requires them
     */
    public record S3(
            @DefaultValue("") String endpoint,
            @DefaultValue("us-east-1") String region,
            @DefaultValue("false") boolean pathStyle,
            @DefaultValue("env:AWS_ACCESS_KEY_ID") String accessKeyFile,
            @DefaultValue("env:AWS_SECRET_ACCESS_KEY") String secretKeyFile,
            @DefaultValue("true") boolean conditionalWrites,
            @DefaultValue("false") boolean checksumsWhenRequired) {

        /** Returns the endpoint of the store, or that of the region at Amazon if none is set. */
        public String effectiveEndpoint() {
            return endpoint.isBlank() ? "https://s3." + region + ".amazonaws.com" : endpoint;
        }
    }

    /** Returns whether an address is that of a store on another machine instead of a path. */
    public static boolean isRemote(String address) {
        return address.contains("://");
    }
}
