#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension Program {
  /// Runs the command to its end.
  public func run() throws(ProgramFailure) -> Outcome {
    guard let name = words.first else { throw .absent("") }
    guard let input = Channel(), let output = Channel(), let errors = Channel() else {
      throw .refused(name, reason: String(cString: strerror(errno)))
    }
    let child = try Child(self, input: input.theirs, output: output.theirs, errors: errors.theirs)
    for channel in [input, output, errors] { channel.closeTheirs() }
    var exchange = Exchange(
      input: input, output: output, errors: errors, sending: self.input, limit: outputLimit,
      deadline: timeLimit.map { ContinuousClock.now + $0 })
    let end = exchange.run()
    switch end {
    case .finished: break
    case .late, .full: child.end()
    }
    let status = child.wait()
    switch end {
    case .finished: return Outcome(status: status, output: exchange.received, errors: exchange.complained)
    case .late: throw .tookTooLong(name, limit: timeLimit ?? .zero)
    case .full: throw .wroteTooMuch(name, limit: outputLimit)
    }
  }
}
