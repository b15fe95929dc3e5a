import Bytes
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
    var machine = Machine(environment: environment, data: data)
    machine.contexts.append(Context())
    do {
      try machine.renderRoot(Lasting(program), context: 0)
    } catch {
      throw environment.knowing(error).mistake(fallback: name)
    }
    machine.out.write(into: &buffer)
    return machine.reads
  }
}

extension Template {
  /// The key under which a rendering notes that it looked for a template of that name, whether it was there or not.
  public static func key(of name: String) -> UInt64 { Name.digest(of: "template:" + name) }
}
