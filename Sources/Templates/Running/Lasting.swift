/// A reference that counts nothing, to what outlasts every rendering that comes upon it: a compiled template or a part of
/// one, which the environment keeps, or the template that is being rendered.
///
/// All workers come upon the same ones. A count that two processors write in turns goes back and forth between them,
/// fifty nanoseconds each time, and what a page includes and calls came to a thirtieth of a build.
struct Lasting<Object: AnyObject & Sendable>: Sendable {
  private let reference: Unmanaged<Object>

  init(_ object: Object) { reference = .passUnretained(object) }

  var object: Object {
    @inline(__always) get { reference.takeUnretainedValue() }
  }
}
