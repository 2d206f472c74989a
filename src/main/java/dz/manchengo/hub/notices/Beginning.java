package dz.manchengo.hub.notices;

import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * The first words of an answer, for people who look for the reason of a refusal. The rest, and the
 * whole of a consent, is not read: it could be endless.
 */
final class Beginning implements BodySubscriber<String> {
  private static final int MOST_BYTES = 500;

  private final CompletableFuture<String> words = new CompletableFuture<>();
  private final ByteBuffer read;
  private Flow.@Nullable Subscription rest;

  private Beginning(int most) {
    this.read = ByteBuffer.allocate(most);
  }

  static Beginning ofBody(ResponseInfo answer) {
    return new Beginning(answer.statusCode() / 100 == 2 ? 0 : MOST_BYTES);
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    rest = subscription;
    goOn();
  }

  @Override
  public void onNext(List<ByteBuffer> more) {
    for (ByteBuffer buffer : more) {
      int length = Math.min(buffer.remaining(), read.remaining());
      read.put(buffer.slice(buffer.position(), length));
    }
    goOn();
  }

  @Override
  public void onError(Throwable failure) {
    onComplete();
  }

  @Override
  public void onComplete() {
    words.complete(new String(read.array(), 0, read.position(), StandardCharsets.UTF_8));
  }

  @Override
  public CompletionStage<String> getBody() {
    return words;
  }

  private void goOn() {
    if (rest != null && read.hasRemaining()) {
      rest.request(1);
    } else if (rest != null) {
      rest.cancel();
      onComplete();
    }
  }
}
