package org.vigie.core.judge;

/** A pair without signed events. */
final class NoSignedEvents implements SignedEvents {
  @Override
  public int size() {
    return 0;
  }

  @Override
  public long timeMs(int event) {
    throw new IndexOutOfBoundsException(event);
  }

  @Override
  public int rank(int event) {
    throw new IndexOutOfBoundsException(event);
  }

  @Override
  public String id(int event) {
    throw new IndexOutOfBoundsException(event);
  }

  @Override
  public long signs(int event) {
    throw new IndexOutOfBoundsException(event);
  }

  @Override
  public long strong(int event) {
    throw new IndexOutOfBoundsException(event);
  }

  @Override
  public long relayed(int event) {
    throw new IndexOutOfBoundsException(event);
  }

  @Override
  public boolean isOwn(int event) {
    throw new IndexOutOfBoundsException(event);
  }

  @Override
  public boolean isPrivate(int event) {
    throw new IndexOutOfBoundsException(event);
  }

  @Override
  public long contactMs() {
    throw new IllegalStateException("no event asks for the contact");
  }

  @Override
  public int meetings() {
    return 0;
  }

  @Override
  public long meetingMs(int meeting) {
    throw new IndexOutOfBoundsException(meeting);
  }

  @Override
  public boolean isPublic(int meeting) {
    throw new IndexOutOfBoundsException(meeting);
  }
}
