/// The tables of a program, borrowed as pointers for one run: the inner loop would spend a third of its time on
/// counting references to arrays and checking bounds that the compiler of grammars has made sure of.
struct Tables {
  let states: UnsafePointer<Program.State>
  let automata: UnsafePointer<Program.Shape>
  let rules: UnsafePointer<Program.Rule>
  let outcomes: UnsafePointer<Program.Outcome>
  let rows: UnsafePointer<UInt32>
  let classes: UnsafePointer<UInt8>
  let accepted: UnsafePointer<UInt16>
  let moves: UnsafeBufferPointer<Program.Move>
  let extents: UnsafeBufferPointer<Grammar.Extent>
  let words: WordTables.Borrowed

  /// Lends the tables of a program to a closure; one without rules lends none.
  static func borrow(from shared: SharedProgram, _ body: (Tables) -> Void) {
    lend(shared.program.states, shared.program.automata) { states, automata in
      lend(shared.program.rules, shared.program.outcomes) { rules, outcomes in
        lend(shared.program.rows, shared.program.classes) { rows, classes in
          lend(shared.program.moves, shared.program.extents) { moves, extents in
            shared.program.accepted.withUnsafeBufferPointer { accepted in
              guard let states = states.baseAddress, let automata = automata.baseAddress,
                let rules = rules.baseAddress, let outcomes = outcomes.baseAddress,
                let rows = rows.baseAddress, let classes = classes.baseAddress,
                let accepted = accepted.baseAddress
              else { return }
              shared.program.words.borrow { words in
                body(
                  Tables(
                    states: states, automata: automata, rules: rules, outcomes: outcomes, rows: rows,
                    classes: classes, accepted: accepted, moves: moves, extents: extents, words: words))
              }
            }
          }
        }
      }
    }
  }

  @inline(__always)
  private static func lend<One, Other>(
    _ one: [One], _ other: [Other], _ body: (UnsafeBufferPointer<One>, UnsafeBufferPointer<Other>) -> Void
  ) {
    one.withUnsafeBufferPointer { one in other.withUnsafeBufferPointer { body(one, $0) } }
  }

  /// Calls for each match, short before long, with its end and what is matched.
  @inline(__always)
  func scan(
    _ automaton: Program.Shape, _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to limit: Int,
    first: Int, found: (_ end: Int, _ match: Int) -> Void
  ) {
    let rows = self.rows + automaton.rows
    let classes = self.classes + automaton.classes
    var node = first
    var offset = start
    var horizon = start &+ Engine.farthestLook
    while offset < limit {
      node = Int(rows[node &+ Int(classes[Int(bytes[offset])]) &+ 1])
      if node == 0 { return }
      offset &+= 1
      let match = rows[node]
      if match != 0 {
        found(offset, Int(match))
        horizon = offset &+ Engine.farthestLook
      } else if offset >= horizon {
        return
      }
    }
  }
}
