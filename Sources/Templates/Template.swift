import Diagnostics

/// A compiled template, ready to be rendered any number of times and by any worker.
public struct Template: Sendable {
  let program: Program
  let environment: Environment

  /// The name it was found by.
  public var name: String { program.source.path }

  /// Renders into the end of a buffer; a template that fails leaves the buffer as it was.
  @discardableResult
  public func render(_ data: Value, into buffer: inout [UInt8]) throws(Mistake) -> Reads {
    let start = buffer.count
    var machine = Machine(environment: environment, data: data, out: buffer.taken())
    machine.contexts.append(Context())
    do {
      try machine.renderRoot(program, context: 0)
      buffer = machine.out
      return machine.reads
    } catch {
      machine.out.removeLast(max(machine.out.count - start, 0))
      buffer = machine.out
      throw error.mistake(fallback: name)
    }
  }
}

extension Template {
  /// The key under which a rendering notes that it looked for a template of that name, whether it was there or not.
  public static func key(of name: String) -> UInt64 { Name.digest(of: "template:" + name) }
}

extension [UInt8] {
  /// Moves the buffer out, so that its owner writes into it without a copy.
  fileprivate mutating func taken() -> [UInt8] {
    var taken: [UInt8] = []
    swap(&taken, &self)
    return taken
  }
}
