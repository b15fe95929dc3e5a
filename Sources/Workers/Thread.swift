#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// One thread of the system, to be joined before its result is looked at.
struct Thread: Sendable {
  /// The system refused a thread; the text is its reason.
  struct Refused: Error {
    let reason: String
  }

  private let handle: pthread_t

  /// Deep nesting in an author's text takes stack: as much as the main thread has on Linux.
  private static let stackSize = 8 << 20

  init(_ work: @escaping @Sendable () -> Void) throws(Refused) {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, Self.stackSize)
    let box = Unmanaged.passRetained(Work(run: work))
    #if canImport(Darwin)
      var handle: pthread_t?
    #else
      var handle = pthread_t()
    #endif
    let code = pthread_create(&handle, &attributes, Self.main, box.toOpaque())
    guard code == 0 else {
      box.release()
      throw Refused(reason: String(cString: strerror(code)))
    }
    #if canImport(Darwin)
      guard let handle else { throw Refused(reason: "no thread") }
      self.handle = handle
    #else
      self.handle = handle
    #endif
  }

  func join() { pthread_join(handle, nil) }

  #if canImport(Darwin)
    private static let main: @convention(c) (UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? = {
      pointer in
      Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().run()
      return nil
    }
  #else
    private static let main: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = {
      pointer in
      if let pointer { Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().run() }
      return nil
    }
  #endif
}

/// What a thread is to do, as an object that C can carry.
private final class Work: Sendable {
  let run: @Sendable () -> Void

  init(run: @escaping @Sendable () -> Void) { self.run = run }
}
