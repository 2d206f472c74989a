package dz.manchengo.hub.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A bucket in memory that speaks enough of S3, is as strict about checksums as AWS, looks at no
 * signature, and does harm when it is told to.
 */
public final class MoodyBucket implements AutoCloseable {
  /** What it does. */
  public enum Mood {
    GOOD,
    /** 503 to everything. */
    BUSY,
    /** 503 to whoever writes. */
    BUSY_WRITING,
    /** 503 to the next two requests. */
    BUSY_TWICE,
    /** 503 to the second part, twice. */
    BUSY_PART,
    /** Hangs up within a file, or within its second part. */
    RESETS,
    /** One byte of each file that is read is another. */
    FLIPS,
    /** 200, and something else. */
    OTHER_CONTENT,
    /** 403 to whoever deletes. */
    KEEPS,
    /** Each object has a version and a lock. */
    LOCKS
  }

  private static final Pattern PART =
      Pattern.compile("(?s)<Part>.*?<PartNumber>(\\d+)</PartNumber>.*?</Part>");
  private static final Pattern SUM = Pattern.compile("<ChecksumCRC32>(.*?)</ChecksumCRC32>");
  private static final Pattern SEGMENT = Pattern.compile("^/[^/]+/?");
  private static final int PAGE = 1000;

  @SuppressWarnings("ArrayRecordComponent") // nobody compares two of them
  private record Kept(byte[] bytes, @Nullable String crc) {}

  private record Upload(@Nullable String algorithm, Map<Integer, Kept> parts) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Kept> objects = new ConcurrentSkipListMap<>();
  private final Map<String, Upload> uploads = new ConcurrentHashMap<>();
  private final List<String> seen = new CopyOnWriteArrayList<>();
  private final AtomicInteger refusals = new AtomicInteger();
  private final AtomicInteger sent = new AtomicInteger();
  private volatile Mood mood = Mood.GOOD;

  /** It listens on this machine alone. */
  public MoodyBucket() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  public String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** From now on. */
  public void is(Mood next) {
    mood = next;
    refusals.set(2);
  }

  public Set<String> keys() {
    return objects.keySet();
  }

  public byte[] bytes(String key) {
    return objects.getOrDefault(key, new Kept(new byte[0], null)).bytes;
  }

  public void put(String key, byte[] bytes) {
    objects.put(key, new Kept(bytes, null));
  }

  private int sizeOf(String key) {
    return Objects.requireNonNull(objects.get(key)).bytes.length;
  }

  /** Begun, and neither ended nor given up. */
  public int uploads() {
    return uploads.size();
  }

  /** Files that were read to their end. */
  public int sent() {
    return sent.get();
  }

  /** Requests, as method and address. */
  public List<String> seen() {
    return List.copyOf(seen);
  }

  private void answer(HttpExchange call) throws IOException {
    try (call) {
      seen.add(call.getRequestMethod() + " " + call.getRequestURI());
      Map<String, String> query = S3Answers.query(call);
      String key = SEGMENT.matcher(call.getRequestURI().getPath()).replaceFirst("");
      boolean second = "2".equals(query.get("partNumber"));
      boolean file = key.endsWith(".age") && call.getRequestMethod().equals("PUT");
      if (mood == Mood.RESETS && (second || (file && !query.containsKey("partNumber")))) {
        call.getRequestBody().readNBytes(1_000); // and the rest is lost with the connection
        return;
      }
      boolean untilThen = mood == Mood.BUSY_TWICE || (second && mood == Mood.BUSY_PART);
      boolean writes = Set.of("PUT", "POST").contains(call.getRequestMethod());
      boolean always = mood == Mood.BUSY || (writes && mood == Mood.BUSY_WRITING);
      if (always || (untilThen && refusals.getAndDecrement() > 0)) {
        call.getRequestBody().readAllBytes();
        S3Answers.error(call, 503, "SlowDown", "Please reduce your request rate.");
        return;
      }
      switch (call.getRequestMethod()) {
        case "PUT" -> put(call, key, query);
        case "POST" -> post(call, key, query);
        case "HEAD" -> head(call, key);
        case "DELETE" -> delete(call, key, query);
        default -> get(call, key, query);
      }
    }
  }

  private void put(HttpExchange call, String key, Map<String, String> query) throws IOException {
    Kept kept = body(call);
    if (kept.crc != null && !kept.crc.equals(AwsChunks.crc(kept.bytes))) {
      S3Answers.error(call, 400, "BadDigest", "The CRC32 you specified did not match.");
      return;
    }
    Upload upload = uploads.get(query.getOrDefault("uploadId", ""));
    if (upload != null) {
      upload.parts().put(Integer.valueOf(query.getOrDefault("partNumber", "")), kept);
    } else {
      objects.put(key, kept);
    }
    call.getResponseHeaders().set("ETag", "\"" + AwsChunks.crc(kept.bytes) + "\"");
    if (kept.crc != null) {
      call.getResponseHeaders().set("x-amz-checksum-crc32", kept.crc);
    }
    call.sendResponseHeaders(200, -1);
  }

  private static Kept body(HttpExchange call) throws IOException {
    String how = call.getRequestHeaders().getFirst("x-amz-content-sha256");
    if (how == null || !how.startsWith("STREAMING")) {
      String crc = call.getRequestHeaders().getFirst("x-amz-checksum-crc32");
      return new Kept(call.getRequestBody().readAllBytes(), crc);
    }
    AwsChunks chunks = AwsChunks.read(call.getRequestBody());
    return new Kept(chunks.bytes(), chunks.trailer("x-amz-checksum-crc32"));
  }

  private void post(HttpExchange call, String key, Map<String, String> query) throws IOException {
    String asked = new String(call.getRequestBody().readAllBytes(), UTF_8);
    if (query.containsKey("uploads")) {
      String id = UUID.randomUUID().toString();
      String algorithm = call.getRequestHeaders().getFirst("x-amz-checksum-algorithm");
      uploads.put(id, new Upload(algorithm, new ConcurrentHashMap<>()));
      String answer = "InitiateMultipartUploadResult";
      S3Answers.xml(call, "<%s><UploadId>%s</UploadId></%s>".formatted(answer, id, answer));
      return;
    }
    String id = query.getOrDefault("uploadId", "");
    Upload upload = uploads.getOrDefault(id, new Upload(null, Map.of()));
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    for (MatchResult one : PART.matcher(asked).results().toList()) {
      Kept part = upload.parts().get(Integer.valueOf(one.group(1)));
      List<MatchResult> sums = SUM.matcher(one.group()).results().toList();
      String told = sums.isEmpty() ? null : sums.get(0).group(1);
      if (part == null || (part.crc == null) != (upload.algorithm() == null)) {
        S3Answers.error(
            call, 400, "InvalidPart", "One or more of the specified parts could not be found.");
        return;
      }
      if (part.crc != null && !part.crc.equals(told)) {
        S3Answers.error(
            call, 400, "InvalidRequest", "The complete request must include the checksum.");
        return;
      }
      whole.write(part.bytes);
    }
    uploads.remove(id);
    String ofAllSums = upload.algorithm() == null ? null : "AAAAAA==-" + upload.parts().size();
    objects.put(key, new Kept(whole.toByteArray(), ofAllSums));
    S3Answers.xml(
        call, "<CompleteMultipartUploadResult><ETag>\"1\"</ETag></CompleteMultipartUploadResult>");
  }

  private void head(HttpExchange call, String key) throws IOException {
    Kept kept = objects.get(key);
    if (kept != null) {
      call.getResponseHeaders().set("Content-Length", String.valueOf(kept.bytes.length));
      if (mood == Mood.LOCKS) {
        call.getResponseHeaders().set("x-amz-version-id", "v7");
        call.getResponseHeaders().set("x-amz-object-lock-mode", "COMPLIANCE");
        call.getResponseHeaders()
            .set("x-amz-object-lock-retain-until-date", "2027-01-01T00:00:00Z");
      }
    }
    call.sendResponseHeaders(kept == null ? 404 : 200, -1);
  }

  private void delete(HttpExchange call, String key, Map<String, String> query) throws IOException {
    if (query.containsKey("uploadId")) {
      uploads.remove(query.get("uploadId"));
    } else if (mood == Mood.KEEPS) {
      S3Answers.error(
          call, 403, "AccessDenied", "Access Denied because object protected by object lock.");
      return;
    } else {
      objects.remove(key);
    }
    call.sendResponseHeaders(204, -1);
  }

  private void get(HttpExchange call, String key, Map<String, String> query) throws IOException {
    if (query.containsKey("list-type")) {
      list(call, query);
      return;
    }
    Kept kept = objects.get(key);
    if (kept == null) {
      S3Answers.error(call, 404, "NoSuchKey", "The specified key does not exist.");
      return;
    }
    byte[] bytes = kept.bytes;
    if (key.endsWith(".age") && mood == Mood.FLIPS) {
      bytes = bytes.clone();
      bytes[bytes.length / 2] ^= 1;
    }
    if (key.endsWith(".age") && mood == Mood.OTHER_CONTENT) {
      bytes = "<html>Welcome to the network of this hotel</html>".getBytes(UTF_8);
    } else if (kept.crc != null) {
      call.getResponseHeaders().set("x-amz-checksum-crc32", kept.crc);
    }
    call.sendResponseHeaders(200, bytes.length);
    call.getResponseBody().write(bytes);
    sent.incrementAndGet();
  }

  private void list(HttpExchange call, Map<String, String> query) throws IOException {
    String prefix = query.getOrDefault("prefix", "");
    String after = query.getOrDefault("continuation-token", "");
    List<String> found =
        objects.keySet().stream()
            .filter(key -> key.startsWith(prefix) && key.compareTo(after) > 0)
            .filter(key -> key.indexOf('/', prefix.length()) < 0)
            .collect(Collectors.toCollection(ArrayList::new));
    boolean more = found.size() > PAGE;
    StringBuilder answer = new StringBuilder("<ListBucketResult><IsTruncated>" + more);
    answer.append("</IsTruncated>");
    for (String key : found.subList(0, Math.min(PAGE, found.size()))) {
      answer.append("<Contents><Key>").append(key).append("</Key><Size>");
      answer.append(sizeOf(key)).append("</Size></Contents>");
    }
    if (more) {
      answer.append("<NextContinuationToken>").append(found.get(PAGE - 1));
      answer.append("</NextContinuationToken>");
    }
    S3Answers.xml(call, answer.append("</ListBucketResult>").toString());
  }
}
