package com.globalbooking.local.certificates;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * One certificate for 127.0.0.1 and for the names of local Regions, which all local engines and the
 * way of guests into the Regions show, and the authority that signed it, which functions trust.
 *
 * @param authority the authority's certificate, PEM
 * @param certificate the engines' certificate, PEM
 * @param key its private key, PEM, for this user only
 * @param trustStore the authority alone, PKCS #12, password {@value #PASSWORD}
 */
public record Certificates(Path authority, Path certificate, Path key, Path trustStore) {
  /** Protects nothing: a trust store holds no secret. */
  public static final String PASSWORD = "changeit";

  private static final String NAMES =
      "san=ip:127.0.0.1,dns:localhost,dns:booking.localhost,dns:*.booking.localhost";

  private static final long KEYTOOL_SECONDS = 60;
  private static final Base64.Encoder LINES =
      Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

  /** The files that {@link #make} made in this directory. */
  public static Certificates in(Path directory) {
    return new Certificates(
        directory.resolve("authority.pem"),
        directory.resolve("engine.pem"),
        directory.resolve("engine-key.pem"),
        directory.resolve("trust.p12"));
  }

  /** Makes all four files, replacing those of an earlier start. Takes about a second. */
  public static Certificates make(Path directory) throws IOException, InterruptedException {
    Path folder = Files.createDirectories(directory.toAbsolutePath());
    Path keys = folder.resolve("keys.p12");
    Certificates made = in(folder);
    for (Path old : List.of(keys, made.authority, made.certificate, made.key, made.trustStore)) {
      Files.deleteIfExists(old);
    }
    keytool(
        keys, "authority", "CN=Local Regions", "-ext", "bc:c=ca:true", "-ext", "ku:c=keyCertSign");
    keytool(
        keys,
        "engine",
        "CN=127.0.0.1",
        "-signer",
        "authority",
        "-ext",
        NAMES,
        "-ext",
        "eku=serverAuth,clientAuth");
    try {
      made.write(load(keys));
    } catch (GeneralSecurityException impossible) {
      throw new IOException("what keytool made cannot be read", impossible);
    } finally {
      Files.deleteIfExists(keys);
    }
    return made;
  }

  /** System properties by which a JVM or a native executable trusts these engines. */
  public Map<String, String> systemProperties() {
    return Map.of(
        "javax.net.ssl.trustStore",
        trustStore.toString(),
        "javax.net.ssl.trustStorePassword",
        PASSWORD,
        "javax.net.ssl.trustStoreType",
        "PKCS12");
  }

  /** TLS that trusts these engines alone. */
  public SSLContext context() throws IOException {
    try {
      var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(load(trustStore));
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException unusable) {
      throw new IOException("cannot use " + trustStore, unusable);
    }
  }

  /** TLS that shows the engines' certificate. */
  public SSLContext serverContext() throws IOException {
    try {
      var chain = CertificateFactory.getInstance("X.509");
      Certificate[] shown;
      try (InputStream in = Files.newInputStream(certificate)) {
        shown = chain.generateCertificates(in).toArray(Certificate[]::new);
      }
      String encoded = Files.readString(key).replaceAll("-----[A-Z ]+-----|\\s", "");
      var secret =
          KeyFactory.getInstance("EC")
              .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(encoded)));
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(null, null);
      keys.setKeyEntry("server", secret, PASSWORD.toCharArray(), shown);
      var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      own.init(keys, PASSWORD.toCharArray());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(own.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException unusable) {
      throw new IOException("cannot use " + certificate, unusable);
    }
  }

  private void write(KeyStore keys) throws GeneralSecurityException, IOException {
    Certificate root = Objects.requireNonNull(keys.getCertificate("authority"));
    Key secret = Objects.requireNonNull(keys.getKey("engine", PASSWORD.toCharArray()));
    Certificate own = Objects.requireNonNull(keys.getCertificate("engine"));
    Files.writeString(authority, pem("CERTIFICATE", root.getEncoded()));
    Files.writeString(
        certificate, pem("CERTIFICATE", own.getEncoded()) + pem("CERTIFICATE", root.getEncoded()));
    Files.createFile(
        key, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(key, pem("PRIVATE KEY", Objects.requireNonNull(secret.getEncoded())));
    KeyStore trust = KeyStore.getInstance("PKCS12");
    trust.load(null, null);
    trust.setCertificateEntry("authority", root);
    try (OutputStream out = Files.newOutputStream(trustStore)) {
      trust.store(out, PASSWORD.toCharArray());
    }
  }

  private static KeyStore load(Path file) throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD.toCharArray());
    }
    return store;
  }

  private static String pem(String label, byte[] content) {
    return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
        .formatted(label, LINES.encodeToString(content));
  }

  private static void keytool(Path store, String alias, String name, String... more)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-J-XX:TieredStopAtLevel=1",
                "-J-XX:+UseSerialGC",
                "-genkeypair",
                "-alias",
                alias,
                "-dname",
                name,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-validity",
                "365",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD));
    command.addAll(List.of(more));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    try {
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(KEYTOOL_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IOException("keytool failed: " + said.strip());
      }
    } finally {
      process.destroyForcibly();
    }
  }
}
