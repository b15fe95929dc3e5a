import Diagnostics
import Language
import Synchronization

/// What templates know and where they are found; made once, used by all workers.
///
///     let environment = Environment { name in files[name] }
///     try environment.template(named: "page.html").render(["title": "Hola"], into: &buffer)
public final class Environment: Sendable {
  /// What a name that leads nowhere does.
  public enum UndefinedRule: Sendable { case strict, lenient }

  /// What can be chosen about an environment.
  public struct Options: Sendable {
    public var undefined = UndefinedRule.strict
    public var escapes = true
    public var syntax = Syntax()
    public var limits = Limits()
    /// In which language dates and numbers are written.
    public var tongue = Tongue.spanish
    /// The clock by which times without an offset and seconds since 1970 are told.
    public var zone = Zone.utc
    /// What `date("ago")` counts from; templates know no time but this.
    public var now: Instant?
    /// Values that every template sees, imported ones too.
    public var globals: [String: Value] = [:]
    /// Filters of the site's, by name.
    public var filters: [String: @Sendable (inout HostCall) throws(HostRefusal) -> Value] = [:]

    public init() {}
  }

  let undefined: UndefinedRule
  let escapes: Bool
  let syntax: Syntax
  let limits: Limits
  let tongue: Tongue
  let zone: Zone
  let now: Instant?
  let globals: Map
  let vocabulary: Vocabulary
  private let source: @Sendable (String) -> [UInt8]?
  private let names: @Sendable () -> [String]
  private let compiled = Mutex<[String: Program]>([:])

  /// Makes an environment whose templates the closure finds by name; it gives nil for a name without one.
  ///
  /// `names` are those that there are; they are asked for only where one is missing.
  public init(
    _ options: Options = Options(), names: @escaping @Sendable () -> [String] = { [] },
    source: @escaping @Sendable (String) -> [UInt8]?
  ) {
    undefined = options.undefined
    escapes = options.escapes
    syntax = options.syntax
    limits = options.limits
    tongue = options.tongue
    zone = options.zone
    now = options.now
    globals = Map(options.globals.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
    var vocabulary = Vocabulary.builtIn
    for (name, body) in options.filters {
      let filter = Filter(name: name, signature: Signature(parameters: [], isVariadic: true)) {
        (machine, arguments) throws(Fault) in
        try machine.host(body, subject: arguments.subject, arguments.values, arguments.named)
      }
      vocabulary.filters[name] = filter
    }
    self.vocabulary = vocabulary
    self.source = source
    self.names = names
  }

  /// Finds and compiles a template.
  public func template(named name: String) throws(Mistake) -> Template {
    let found: Program?
    do { found = try program(named: name) } catch { throw error.mistake(fallback: name) }
    guard let found else { throw knowing(Fault(.noTemplate([name], near: nil))).mistake(fallback: name) }
    return Template(program: found, environment: self)
  }

  /// Compiles a template from its text.
  public func template(_ bytes: [UInt8], named name: String) throws(Mistake) -> Template {
    do { return Template(program: try compile(bytes, name), environment: self) } catch {
      throw error.mistake(fallback: name)
    }
  }

  func program(named name: String) throws(Fault) -> Program? {
    if let program = compiled.withLock({ $0[name] }) { return program }
    guard let bytes = source(name) else { return nil }
    let program = try compile(bytes, name)
    // Where two workers have compiled the same template, the first one's stays: others may hold on to it already.
    return compiled.withLock { known in
      let kept = known[name] ?? program
      known[name] = kept
      return kept
    }
  }

  /// The fault with the name that was most likely meant, where one leads to no template.
  func knowing(_ fault: Fault) -> Fault {
    guard case .noTemplate(let wanted, nil) = fault.kind else { return fault }
    let known = names()
    var fault = fault
    fault.kind = .noTemplate(wanted, near: wanted.lazy.compactMap { nearest(to: $0, among: known) }.first)
    return fault
  }

  private func compile(_ bytes: [UInt8], _ name: String) throws(Fault) -> Program {
    let source = Source(path: name, bytes: bytes.withPlainLineEnds)
    do {
      let statements = try Parser.parse(source.bytes, syntax: syntax)
      return try Compiler.compile(statements, source: source, vocabulary: vocabulary, globals: globals)
    } catch {
      var fault = error
      fault.source = fault.source ?? source
      throw fault
    }
  }
}

extension [UInt8] {
  /// CRLF and CR become LF, as Jinja reads templates.
  fileprivate var withPlainLineEnds: [UInt8] {
    guard contains(UInt8(ascii: "\r")) else { return self }
    var plain: [UInt8] = []
    for (index, byte) in enumerated() {
      if byte != UInt8(ascii: "\r") {
        plain.append(byte)
      } else if index + 1 == count || self[index + 1] != UInt8(ascii: "\n") {
        plain.append(UInt8(ascii: "\n"))
      }
    }
    return plain
  }
}
