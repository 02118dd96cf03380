package lenswacht.sample;
class Sample { int   crooked ;
}
