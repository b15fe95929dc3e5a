import Bytes
import Diagnostics
import Language

/// Runs programs: holds the stack, the slots and the output of one rendering.
struct Machine: ~Copyable {
  let environment: Environment
  let data: Value
  var out = OutputBuffer()
  var stack = ValueStack()
  /// The slots of all running routines, one frame after the other.
  var slots = ValueStack()
  /// Frames below this stay: an imported module or a macro still needs their variables.
  var pinned = 0
  var contexts: [Context] = []
  /// What the names mean that the page and the site explain, as far as they were looked up.
  var given = Variables()
  /// Names that some template may have set.
  var setNames = NameFilter()
  /// The macros that were made; each may call for the frame and the context that it was made in.
  var macros: [Macro] = []
  var loops: [LoopState] = []
  var namespaces: [Map] = []
  var cyclers: [CyclerState] = []
  var modules: [String: Int32] = [:]
  var escapes: Bool
  var escapeStates: [Bool] = []
  /// Where in the output each capture began.
  var captures: [Int] = []
  var reads = Reads(room: Machine.usualReads)
  /// The pattern by which the last date was written: a list writes all of its dates by one.
  var pattern: DatePattern?
  var trail: [Crossing] = []
  var depth = 0
  var steps = 0
  let strict: Bool
  let limits: Limits

  init(environment: Environment, data: Value) {
    self.environment = environment
    self.data = data
    escapes = environment.escapes
    strict = environment.undefined == .strict
    limits = environment.limits
    macros.reserveCapacity(Self.usualMacros)
    contexts.reserveCapacity(Self.usualDepth)
    trail.reserveCapacity(Self.usualDepth)
    captures.reserveCapacity(Self.usualDepth)
  }
}

extension Machine {
  /// Templates stand about as deep inside one another.
  private static let usualDepth = 8
  /// A page asks about as many questions.
  private static let usualReads = 256
  /// A page imports about as many macros.
  private static let usualMacros = 16
}

/// A routine in the act of running.
struct Activation {
  let program: Program
  let routine: Int
  let base: Int
  let context: Int
  var block: BlockPlace?
}

/// Which block runs, and how many levels above the youngest.
struct BlockPlace {
  let name: Name
  let level: Int
}

struct LoopState {
  let items: Items
  let count: Int
  var index = -1
  let depth: Int
  /// The recursive routine, and the frame around it.
  let recursive: (program: Lasting<Program>, routine: Int, base: Int, context: Int)?
  var collected: [Value] = []
  var completed = false
  var changed: [Value]?

  struct Items {
    var values: [Value] = []
    /// Numbers that are not written out.
    var range: NumberRange?

    subscript(index: Int) -> Value {
      if let range { range.element(index) } else { values[index] }
    }
  }
}

struct CyclerState {
  let items: [Value]
  var position = 0
}

/// Where one template led on to another, as it is noted on the way.
struct Crossing {
  let way: Stop.Way
  let program: Lasting<Program>

  var stop: Stop { Stop(way: way, path: program.object.source.path, line: 0) }
}

/// One step of the way to a mistake: which tag led on.
public struct Stop: Sendable, Hashable {
  public enum Way: Sendable, Hashable { case included, extended, imported, called }

  public let way: Way
  public let path: String
  public let line: Int
}
